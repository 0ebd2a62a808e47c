export { beside } from "./beside.ts";
export { parsePool, type ParsePool } from "./parse-pool.ts";
export { processRuntime, type RuntimeParts } from "./process-runtime.ts";
export { stopOnSignals } from "./signals.ts";
export { EnvironmentRefused, variableReader } from "./variables.ts";
