import { listUploads } from "@headwater/operations/uploads/list";
import { readUpload } from "@headwater/operations/uploads/read";
import { query, router } from "../trpc.ts";

export const uploads = router({
  list: query(listUploads),
  read: query(readUpload),
});
