import { ReadUpload, Upload } from "@headwater/contract/products";
import { parseIdentifier } from "@headwater/domain/identifier";
import { reading, Refused } from "../operation/index.ts";
import { uploadView } from "./view.ts";

export const readUpload = reading({
  name: "upload.read",
  access: "upload.submit",
  input: ReadUpload,
  output: Upload,
  async run(context, input) {
    const id = parseIdentifier("upl", input.id);
    const view = id === null ? null : await uploadView(context, id);
    if (view === null) throw new Refused("not-found", `There is no upload ${JSON.stringify(input.id)} here.`);
    return view;
  },
});
