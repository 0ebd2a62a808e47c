import { readGivenMoney } from "@headwater/operations/giving/money";
import { readGivenTime } from "@headwater/operations/giving/time";
import { query, router } from "../trpc.ts";

export const giving = router({
  time: query(readGivenTime),
  money: query(readGivenMoney),
});
