import type { Access } from "@headwater/domain/organization";
import type { t } from "./texts.ts";

export type SectionName = keyof ReturnType<typeof t>["names"];

export interface Section {
  readonly name: SectionName;
  /** Whoever may not read it does not see it; null for everybody. */
  readonly access: Access | null;
}

/** In three groups: the company, its money, what opens and closes. */
export const sections: readonly (readonly Section[])[] = [
  [
    { name: "organization", access: "organization.read" },
    { name: "people", access: "member.read" },
    { name: "identities", access: "person.read" },
    { name: "teams", access: "team.read" },
  ],
  [
    { name: "targets", access: "target.read" },
    { name: "headcounts", access: "headcount.read" },
    { name: "rates", access: "rate.read" },
    { name: "exchange-rates", access: "exchange-rate.read" },
  ],
  [
    { name: "mapping", access: "mapping.read" },
    { name: "keys", access: "key.manage" },
    { name: "periods", access: "period.read" },
    { name: "appearance", access: null },
  ],
];
