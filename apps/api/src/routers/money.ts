import { listExchangeRates } from "@headwater/operations/exchange-rates/list";
import { setExchangeRate } from "@headwater/operations/exchange-rates/set";
import { listHeadcounts } from "@headwater/operations/headcounts/list";
import { setHeadcount } from "@headwater/operations/headcounts/set";
import { listRates } from "@headwater/operations/rates/list";
import { setRate } from "@headwater/operations/rates/set";
import { listTargets } from "@headwater/operations/targets/list";
import { setTarget } from "@headwater/operations/targets/set";
import { mutation, query, router } from "../trpc.ts";

export const money = router({
  listTargets: query(listTargets),
  setTarget: mutation(setTarget),
  listRates: query(listRates),
  setRate: mutation(setRate),
  listExchangeRates: query(listExchangeRates),
  setExchangeRate: mutation(setExchangeRate),
  listHeadcounts: query(listHeadcounts),
  setHeadcount: mutation(setHeadcount),
});
