import { readUpload } from "@headwater/operations/uploads/read";
import { query, router } from "../trpc.ts";

export const uploads = router({
  read: query(readUpload),
});
