export { fundingAddress } from "./funding.ts";
