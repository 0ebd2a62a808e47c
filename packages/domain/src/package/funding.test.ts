import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fundingChannel } from "./index.ts";

describe("an address under which a package can be funded", () => {
  it.each([
    ["https://github.com/sponsors/ljharb", "github-sponsors", "ljharb", "https://github.com/sponsors/ljharb"],
    [
      "http://github.com/sponsors/ljharb?frequency=one-time",
      "github-sponsors",
      "ljharb",
      "https://github.com/sponsors/ljharb",
    ],
    [
      "https://github.com/ljharb?sponsor=1",
      "github-sponsors",
      "ljharb",
      "https://github.com/sponsors/ljharb",
    ],
    ["https://opencollective.com/babel", "open-collective", "babel", "https://opencollective.com/babel"],
    [
      "https://www.opencollective.com/babel/donate",
      "open-collective",
      "babel",
      "https://opencollective.com/babel",
    ],
    ["https://www.patreon.com/feross", "patreon", "feross", "https://patreon.com/feross"],
    ["https://ko-fi.com/X", "ko-fi", "X", "https://ko-fi.com/X"],
    [
      "https://tidelift.com/funding/github/npm/browserslist",
      "tidelift",
      "npm/browserslist",
      "https://tidelift.com/funding/github/npm/browserslist",
    ],
    [
      "https://tidelift.com/subscription/pkg/npm-loglevel?utm_source=x",
      "tidelift",
      "npm-loglevel",
      "https://tidelift.com/subscription/pkg/npm-loglevel",
    ],
    [
      "https://funding.communitybridge.org/projects/hapi",
      "community-bridge",
      "hapi",
      "https://funding.communitybridge.org/projects/hapi",
    ],
    ["https://liberapay.com/X/donate", "liberapay", "X", "https://liberapay.com/X"],
    ["https://issuehunt.io/r/x/y", "issuehunt", "x/y", "https://issuehunt.io/r/x/y"],
    ["https://polar.sh/x", "polar", "x", "https://polar.sh/x"],
    ["https://buymeacoffee.com/x", "buy-me-a-coffee", "x", "https://buymeacoffee.com/x"],
    ["https://thanks.dev/u/gh/x", "thanks-dev", "u/gh/x", "https://thanks.dev/u/gh/x"],
    ["https://paypal.me/x", "paypal", "x", "https://paypal.me/x"],
    ["https://eslint.org/donate", "custom", null, "https://eslint.org/donate"],
    ["https://github.com/chalk/chalk?sponsor=1", "custom", null, "https://github.com/chalk/chalk?sponsor=1"],
    ["https://opencollective.com", "custom", null, "https://opencollective.com"],
    [
      "https://github.com.example.org/sponsors/x",
      "custom",
      null,
      "https://github.com.example.org/sponsors/x",
    ],
  ])("%s is %s of %s", (text, platform, handle, url) => {
    expect(fundingChannel(text)).toEqual({ platform, handle, url });
  });

  it.each([
    "",
    "babel",
    "ftp://x.org/y",
    "https://",
    "https:///x",
    "https://localhost/x",
    "javascript:alert(1)",
    "data:text/html,x",
    "mailto:a@b.c",
    "https://github.com@evil.example/sponsors/x",
    "https://x y.org",
    "//opencollective.com/babel",
    "https://exa mple.org",
  ])("%j is none", (text) => {
    expect(fundingChannel(text)).toBeNull();
  });

  it("never throws and never answers with anything but http or https", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.webUrl(),
          fc.string(),
          fc.string().map((text) => `https://${text}`),
        ),
        (text) => {
          expect(fundingChannel(text)?.url ?? "https://").toMatch(/^https?:\/\//i);
        },
      ),
    );
  });
});
