import { listDonations } from "@headwater/operations/donations/list";
import { readDonation } from "@headwater/operations/donations/read";
import { recordDonation } from "@headwater/operations/donations/record";
import { reverseDonation } from "@headwater/operations/donations/reverse";
import { mutation, query, router } from "../trpc.ts";

export const donations = router({
  list: query(listDonations),
  read: query(readDonation),
  record: mutation(recordDonation),
  reverse: mutation(reverseDonation),
});
