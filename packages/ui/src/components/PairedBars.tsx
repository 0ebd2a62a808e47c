export { PairedBarsSmall as PairedBars } from "../charts/PairedBarsSmall.tsx";
