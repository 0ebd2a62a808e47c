import { parseAddress } from "./address.ts";

/** The platforms that FUNDING.yml knows by name, those that package files often link, and any other page. */
export type FundingPlatform =
  | "github-sponsors"
  | "open-collective"
  | "patreon"
  | "ko-fi"
  | "tidelift"
  | "community-bridge"
  | "liberapay"
  | "issuehunt"
  | "polar"
  | "buy-me-a-coffee"
  | "thanks-dev"
  | "paypal"
  | "otechie"
  | "custom";

export interface FundingChannel {
  readonly platform: FundingPlatform;
  /** The account on the platform: `babel`, for Tidelift `npm/left-pad`; null on other pages. */
  readonly handle: string | null;
  /** On a known platform the address of the account, else the address as it was written. */
  readonly url: string;
}

/** A way to pay that a file states as an address; null unless it is http or https with a host (package.json `funding`). */
export function fundingChannel(url: string): FundingChannel | null {
  const written = url.trim();
  if (!/^https?:\/\/[^/@\s]+(?:[/?#]\S*)?$/i.test(written)) return null;
  const address = parseAddress(written);
  if (address === null || !address.host.includes(".")) return null;
  for (const rule of RULES) {
    const path = address.host === rule.host ? rule.path.exec(address.segments.join("/")) : null;
    const handle = path?.[1];
    if (handle !== undefined) return { platform: rule.platform, handle, url: rule.address(handle) };
  }
  return { platform: "custom", handle: null, url: written };
}

interface PlatformRule {
  readonly platform: FundingPlatform;
  readonly host: string;
  /** On the path without its first slash; the first group is the handle. */
  readonly path: RegExp;
  readonly address: (handle: string) => string;
}

const at = (prefix: string) => (handle: string) => prefix + handle;

// Addresses as FUNDING.yml expands its keys.
const RULES: readonly PlatformRule[] = [
  {
    platform: "github-sponsors",
    host: "github.com",
    path: /^sponsors\/([A-Za-z0-9-]+)/,
    address: at("https://github.com/sponsors/"),
  },
  // Some files name the account where they mean its page of sponsors: github.com/x?sponsor=1.
  {
    platform: "github-sponsors",
    host: "github.com",
    path: /^(?!sponsors$|orgs$|about$)([A-Za-z0-9-]+)$/,
    address: at("https://github.com/sponsors/"),
  },
  {
    platform: "open-collective",
    host: "opencollective.com",
    path: /^([A-Za-z0-9-]+)/,
    address: at("https://opencollective.com/"),
  },
  {
    platform: "patreon",
    host: "patreon.com",
    path: /^(?:c\/)?([A-Za-z0-9_-]{2,})/,
    address: at("https://patreon.com/"),
  },
  { platform: "ko-fi", host: "ko-fi.com", path: /^([A-Za-z0-9_]+)/, address: at("https://ko-fi.com/") },
  {
    platform: "tidelift",
    host: "tidelift.com",
    path: /^funding\/github\/([A-Za-z0-9@._/-]+)/,
    address: at("https://tidelift.com/funding/github/"),
  },
  {
    platform: "tidelift",
    host: "tidelift.com",
    path: /^subscription\/pkg\/([A-Za-z0-9@._-]+)/,
    address: at("https://tidelift.com/subscription/pkg/"),
  },
  {
    platform: "community-bridge",
    host: "funding.communitybridge.org",
    path: /^projects\/([A-Za-z0-9-]+)/,
    address: at("https://funding.communitybridge.org/projects/"),
  },
  {
    platform: "liberapay",
    host: "liberapay.com",
    path: /^([A-Za-z0-9_.-]+)/,
    address: at("https://liberapay.com/"),
  },
  {
    platform: "issuehunt",
    host: "issuehunt.io",
    path: /^r\/([A-Za-z0-9._/-]+)/,
    address: at("https://issuehunt.io/r/"),
  },
  { platform: "polar", host: "polar.sh", path: /^([A-Za-z0-9_-]+)/, address: at("https://polar.sh/") },
  {
    platform: "buy-me-a-coffee",
    host: "buymeacoffee.com",
    path: /^([A-Za-z0-9_.-]+)/,
    address: at("https://buymeacoffee.com/"),
  },
  {
    platform: "thanks-dev",
    host: "thanks.dev",
    path: /^((?:u|d)\/gh\/[A-Za-z0-9-]+)/,
    address: at("https://thanks.dev/"),
  },
  { platform: "paypal", host: "paypal.me", path: /^([A-Za-z0-9]+)/, address: at("https://paypal.me/") },
  {
    platform: "otechie",
    host: "otechie.com",
    path: /^([A-Za-z0-9_-]+)/,
    address: at("https://otechie.com/"),
  },
];
