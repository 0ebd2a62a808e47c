import type { Payee, PayeeSum } from "@headwater/contract/rounds";
import { printAmount, type Currency } from "@headwater/domain/money";
import { fundingChannel } from "@headwater/domain/package";
import { badField } from "../operation/index.ts";
import type { NamedProject } from "../ratios/project-names.ts";
import type { Gift } from "./plan.ts";

/** Those that are paid in one file first, then those with an account, then pages. */
const order = ["github-sponsors", "open-collective", "thanks-dev", "liberapay", "polar", "tidelift"];

/** Letters and digits with single hyphens inside, at most 39 (GitHub's rule for usernames). */
const username = /^(?=.{1,39}$)[a-z0-9](?:-?[a-z0-9])*$/i;

/** The ways to pay that our files name for a project, the one that is taken by itself first. */
export function waysOf(named: NamedProject | null): readonly Payee[] {
  return (named?.channels ?? [])
    .map(payeeOf)
    .toSorted((one, other) => rank(one) - rank(other) || (one.url < other.url ? -1 : 1));
}

/**
 * The way that was chosen, else the first one. Null where there is none, and where our files do not name the chosen one any
 * more: another account is not paid in its place before somebody has said so.
 */
export function chosenPayee(ways: readonly Payee[], payeeUrl: string | null): Payee | null {
  return payeeUrl === null ? (ways[0] ?? null) : (ways.find(({ url }) => url === payeeUrl) ?? null);
}

/** The address of one of these ways, however it was written; refuses one that our files do not name. */
export function namedPayee(ways: readonly Payee[], asked: string): string {
  const url = fundingChannel(asked)?.url ?? asked;
  const way = ways.find((named) => named.url === url || named.url === asked);
  if (way !== undefined) return way.url;
  throw badField(
    "payee",
    ways.length === 0
      ? "our files name no way to pay for this project, so none can be chosen; ask its maintainers, or import a file that names one"
      : `our files name no such way to pay for this project; choose one of ${ways.map((named) => named.url).join(", ")}`,
  );
}

function payeeOf({ url, source }: NamedProject["channels"][number]): Payee {
  const channel = fundingChannel(url);
  const platform = channel?.platform ?? "custom";
  const handle = channel?.handle ?? null;
  const inFile = platform === "github-sponsors" && handle !== null && username.test(handle);
  return { url: channel?.url ?? url, platform, handle, source, as: inFile ? "csv" : "link" };
}

function rank({ platform, handle }: Payee): number {
  const known = order.indexOf(platform);
  if (known !== -1) return known;
  return handle === null ? order.length + 1 : order.length;
}

/** Upper and lower case are one account on every platform that we know. */
function accountOf({ platform, handle, url }: Payee): string {
  return handle === null ? url : `${platform}:${handle.toLowerCase()}`;
}

/** Lines with a gift by who is paid, the largest sum first; those with no way to pay are one group, last. */
export function payeeSums(gifts: readonly Gift[], currency: Currency): readonly PayeeSum[] {
  const paid = gifts.filter(({ giftMinor }) => giftMinor > 0n);
  const byAccount = Map.groupBy(paid, ({ payee }) => (payee === null ? null : accountOf(payee)));
  return [...byAccount]
    .map(([account, own]) => ({ account, own, sum: sumOf(own) }))
    .sort((one, other) => {
      if (one.account === null || other.account === null) return one.account === null ? 1 : -1;
      if (one.sum !== other.sum) return one.sum > other.sum ? -1 : 1;
      return one.account < other.account ? -1 : 1;
    })
    .map(({ own, sum }) => ({
      payee: own[0]?.payee ?? null,
      amount: printAmount(sum, currency),
      projects: own
        .toSorted((one, other) =>
          one.giftMinor === other.giftMinor ? 0 : one.giftMinor > other.giftMinor ? -1 : 1,
        )
        .map(({ slug, name, giftMinor }) => ({
          project: slug,
          name,
          amount: printAmount(giftMinor, currency),
        })),
    }));
}

function sumOf(gifts: readonly Gift[]): bigint {
  return gifts.reduce((sum, { giftMinor }) => sum + giftMinor, 0n);
}
