import { ChangeRound, Round } from "@headwater/contract/rounds";
import { printAmount } from "@headwater/domain/money";
import { storedCurrency } from "../giving/value.ts";
import { badField, writing } from "../operation/index.ts";
import { decisionsOf, lockedMinorOf, nextVersion, type RoundRow, roundToChange, shownRound } from "./row.ts";
import { askedSettings } from "./settings.ts";

/** What is left out stays as it is. */
export const changeRound = writing({
  name: "round.change",
  access: "round.plan",
  input: ChangeRound,
  output: Round,
  leavesFigures: true,
  async run(context, input) {
    const row = await roundToChange(context, input.id, input.version);
    const before = shownRound(context, row);
    const settings = await askedSettings(context, {
      period: input.period ?? before.period,
      budget: input.budget ?? before.budget,
      floor: input.floor ?? before.floor,
      cap: input.cap === undefined ? before.cap : input.cap,
      step: input.step ?? before.step,
    });
    requireRoom(row, lockedMinorOf(await decisionsOf(context, row.id)), settings.budgetMinor);
    return shownRound(
      context,
      await nextVersion(context, row, { ...settings, name: input.name ?? row.name }),
    );
  },
  audit: ({ id, name: _, createdBy: _by, createdAt: __, changedAt: ___, ...detail }, input) => ({
    entity: `round:${id}`,
    detail: {
      ...detail,
      changed: Object.keys(input).filter((field) => field !== "id" && field !== "version"),
    },
  }),
});

/** Refuses where more would be locked than there is to give. */
export function requireRoom(
  { currency }: Pick<RoundRow, "currency">,
  lockedMinor: bigint,
  budgetMinor: bigint,
): void {
  if (lockedMinor <= budgetMinor) return;
  const amount = (minor: bigint) => `${currency} ${printAmount(minor, storedCurrency(currency))}`;
  throw badField(
    "locked",
    `the locked lines would come to ${amount(lockedMinor)}, and the budget is ${amount(budgetMinor)}; raise the budget, or unlock or lower a line`,
    "conflict",
  );
}
