export type { Actor, Circumstances, Context, OrganizationFacts } from "./context.ts";
export { emptyMemory, type Memory } from "./memory.ts";
export {
  type AuditNote,
  type Operation,
  reading,
  type ReadOperation,
  writing,
  type WriteOperation,
} from "./operation.ts";
export { type Idempotent, perform, performOnce } from "./perform.ts";
export { badField, Refused, type RefusalCode, refusals } from "./refusal.ts";
export type { Job, ParseRequest, Runtime } from "./runtime.ts";
export { isStorable, requireStorable } from "./storable.ts";
