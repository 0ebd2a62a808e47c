import type { ConfidenceAction, Summary } from "@headwater/contract/ratios";
import { ConfidenceStrip, type Confidence } from "@headwater/ui/components";
import { Go } from "../home/Go.tsx";
import { confidenceWords } from "./confidence-texts.ts";

type Measures = Summary["confidence"];
type MeasureName = "seenProducts" | "confirmedUsage" | "assumedUsage" | "loggedHours" | "linkedPeople";

const unknownReasons: Readonly<Record<MeasureName, string>> = {
  seenProducts: "no-products",
  confirmedUsage: "no-products",
  assumedUsage: "no-products",
  loggedHours: "no-hours",
  linkedPeople: "no-people",
};

/** What raises a low figure, and where. */
interface ConfidenceStep {
  readonly said: string;
  readonly address: string;
}

interface Measure extends Omit<Confidence, "action"> {
  readonly step: ConfidenceStep | undefined;
}

/** How much of the picture we see; each low measure leads to the page that raises it. */
export function ConfidenceOf(props: { readonly confidence: Measures }) {
  const measures = (): readonly Confidence[] =>
    measuresOf(props.confidence).map(({ step, ...measure }) => ({
      ...measure,
      action:
        step === undefined ? undefined : (
          <Go to={step.address} class="link">
            {step.said}
          </Go>
        ),
    }));
  return <ConfidenceStrip measures={measures()} />;
}

/** The five measures under every ratio (product.md). The server says which are low, by naming the action that raises them. */
export function measuresOf(confidence: Measures): readonly Measure[] {
  const actions = new Map(confidence.actions.map((action) => [action.measure, action]));
  const measure = (key: MeasureName, share: number | null): Measure => {
    const action = actions.get(key);
    return {
      name: confidenceWords()[key],
      share,
      reason: unknownReasons[key],
      step: action === undefined ? undefined : actionOf(key, action),
    };
  };
  const { seenProducts, confirmedUsage, assumedUsage, loggedHours, linkedPeople } = confidence;
  // In the order in which they are shown. `assumed` is turned round, so that more is always surer.
  return [
    measure("seenProducts", seenProducts),
    measure("confirmedUsage", confirmedUsage),
    measure("assumedUsage", assumedUsage === null ? null : 1 - assumedUsage),
    measure("loggedHours", loggedHours),
    measure("linkedPeople", linkedPeople),
  ];
}

/** The page on which a low figure is raised. */
const addresses: Readonly<Record<ConfidenceAction["target"]["kind"], string>> = {
  imports: "/imports",
  "mapping-proposals": "/reconcile",
  products: "/products",
  contributions: "/giving/time",
  people: "/settings/identities",
};

/** In the reader's language what the server names by its measure. */
function actionOf(key: MeasureName, { target }: ConfidenceAction): ConfidenceStep {
  const query = new URLSearchParams(target.parameters).toString();
  const address = addresses[target.kind];
  return { said: confidenceWords().raise[key], address: query === "" ? address : `${address}?${query}` };
}
