/**
 * Whether a locked version can be the one that a requirement asks for, by its leading numbers alone: `0.8` asks for
 * 0.8.x, `1.2` for 1.x. Enough to tell two versions of one package apart, which cargo allows only when they are
 * incompatible; ranges and wildcards fit everything.
 */
export function mayFit(requirement: string | null, version: string): boolean {
  const asked = requirement === null ? null : /^\s*[\^~=]?\s*(\d+)(?:\.(\d+))?(?:\.(\d+))?/.exec(requirement);
  if (asked === null || requirement?.includes(",") === true) return true;
  const [major = "", minor = "", patch = ""] = version.split(/[.+-]/);
  if (asked[1] !== major) return false;
  if (major !== "0" || asked[2] === undefined) return true;
  if (asked[2] !== minor) return false;
  return minor !== "0" || asked[3] === undefined || asked[3] === patch;
}
