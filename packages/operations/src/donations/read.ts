import { Donation, ReadDonation } from "@headwater/contract/donations";
import { donations } from "@headwater/db/tables";
import { parseIdentifier } from "@headwater/domain/identifier";
import { eq } from "drizzle-orm";
import { reading, Refused } from "../operation/index.ts";
import { donationRows } from "./row.ts";

export const readDonation = reading({
  name: "donation.read",
  access: "donation.read",
  input: ReadDonation,
  output: Donation,
  async run(context, input) {
    const id = parseIdentifier("don", input.id);
    const [row] = id === null ? [] : await donationRows(context, eq(donations.id, id), 1);
    if (!row) throw new Refused("not-found", `There is no donation ${JSON.stringify(input.id)} here.`);
    return row;
  },
});
