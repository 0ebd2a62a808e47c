import { listNeeds } from "@headwater/operations/needs/list";
import { query, router } from "../trpc.ts";

export const needs = router({
  list: query(listNeeds),
});
