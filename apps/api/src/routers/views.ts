import { listViews } from "@headwater/operations/views/list";
import { removeView } from "@headwater/operations/views/remove";
import { saveView } from "@headwater/operations/views/save";
import { mutation, query, router } from "../trpc.ts";

export const views = router({
  list: query(listViews),
  save: mutation(saveView),
  remove: mutation(removeView),
});
