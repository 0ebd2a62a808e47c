/**
 * Whether a reference whose type does not say so is a way to fund a project: its comment says it, or it leads to one of
 * the platforms of GitHub's FUNDING.yml (formats.md, section 3), where only payments are arranged.
 */
export function fundingAddress(url: string, comment: string | null): boolean {
  const address = /^https?:\/\/(?:www\.)?([^/?#:@]+)(?::\d+)?(\/[^?#]*)?/i.exec(url);
  if (address === null) return false;
  const [, host = "", path = ""] = address;
  if (fundingHosts.has(host.toLowerCase())) return true;
  if (host.toLowerCase() === "github.com" && /^\/sponsors\/./i.test(path)) return true;
  if (host.toLowerCase() === "tidelift.com" && /^\/funding\/./i.test(path)) return true;
  return (
    comment !== null &&
    /\b(?:funding|sponsor|sponsors|sponsorship|donate|donation|donations)\b/i.test(comment)
  );
}

const fundingHosts: ReadonlySet<string> = new Set([
  "buymeacoffee.com",
  "funding.communitybridge.org",
  "issuehunt.io",
  "ko-fi.com",
  "liberapay.com",
  "opencollective.com",
  "patreon.com",
  "polar.sh",
  "thanks.dev",
]);
