import { Sponsors } from "@headwater/contract/rounds";
import type { RestFile } from "./route.ts";

/** As GitHub reads bulk sponsorships: exactly these heads, whole dollars. */
export const sponsorsFile: RestFile = {
  name: (output) => {
    const { part, parts } = Sponsors.parse(output);
    return parts > 1 ? `sponsors-${part}-of-${parts}` : "sponsors";
  },
  heads: { username: "Maintainer username", amount: "Sponsorship amount in USD" },
};

export const linesFile: RestFile = { name: () => "plan", heads: {} };
