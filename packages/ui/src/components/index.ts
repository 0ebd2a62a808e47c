export { Button, buttonClass, type ButtonKind } from "./Button.tsx";
export { Checkbox, Radios, Segmented, type Option } from "./Choices.tsx";
export { Combobox } from "./Combobox.tsx";
export { type Choice, type Search } from "./combobox-rows.ts";
export { ConfidenceStrip, type Confidence } from "./ConfidenceStrip.tsx";
export { DatePicker } from "./DatePicker.tsx";
export { Dialog, Drawer } from "./Dialog.tsx";
export { Empty, NoMatch } from "./Empty.tsx";
export { Field, SelectField } from "./Field.tsx";
export { Duration, Estimated, Figure, Money, RatioWord, Share } from "./Figures.tsx";
export { AddFilter, FilterChip } from "./FilterChip.tsx";
export { FileDrop } from "./FileDrop.tsx";
export { droppedFiles, type DroppedFile } from "./dropped-files.ts";
export { Icon, type IconName } from "./Icon.tsx";
export { Kbd } from "./Kbd.tsx";
export { KeyFigure, KeyFigures } from "./KeyFigures.tsx";
export { Failure } from "./Failure.tsx";
export {
  ColumnChooser,
  createLedgerLayout,
  type FootRow,
  Ledger,
  type LedgerColumn,
  type LedgerGroup,
  type LedgerLayout,
  type LedgerSort,
} from "./ledger/index.ts";
export { Mark } from "./Mark.tsx";
export { Menu, type MenuEntry } from "./Menu.tsx";
export { PairedBars } from "./PairedBars.tsx";
export { PeriodPicker } from "./PeriodPicker.tsx";
export { Progress } from "./Progress.tsx";
export { SectionHead } from "./SectionHead.tsx";
export { AfterAWhile, Loading, Skeleton } from "./Skeleton.tsx";
export { ColumnHead, Spanner } from "./TableHead.tsx";
export { Tabs } from "./Tabs.tsx";
export { showToast, Toasts, undoLast } from "./Toast.tsx";
export { Unknown } from "./Unknown.tsx";
export { Verdict } from "./Verdict.tsx";
