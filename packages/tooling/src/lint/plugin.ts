import { noAmbientInput } from "./no-ambient-input.ts";
import { noTypeAssertion } from "./no-type-assertion.ts";

/** Headwater's own lint rules, loaded by oxlint through `jsPlugins` in .oxlintrc.json. */
export default {
  meta: { name: "headwater" },
  rules: { "no-ambient-input": noAmbientInput, "no-type-assertion": noTypeAssertion },
};
