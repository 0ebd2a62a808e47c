import { expect, test } from "vitest";
import { builds, snippetOf } from "./snippets.ts";

const sent = { server: "https://headwater.example.com", product: "pay ments", file: "web/package-lock.json" };

test.each(builds)(
  "what %s runs sends the file to the product with the key of the build, and names no key",
  (build) => {
    const snippet = snippetOf(build, sent);
    expect(snippet).toContain('--data-binary "@web/package-lock.json"');
    expect(snippet).toContain(
      "https://headwater.example.com/api/v1/sboms?product=pay+ments&source=web%2Fpackage-lock.json",
    );
    expect(snippet).toContain('"Authorization: Bearer $HEADWATER_KEY"');
    expect(snippet).not.toContain("hw_");
  },
);

test("a build names the branch that it runs on, so that only the tracked one comes into force", () => {
  expect(builds.map((build) => /ref=(\$\w+)/.exec(snippetOf(build, sent))?.[1] ?? null)).toEqual([
    "$GITHUB_REF_NAME",
    "$CI_COMMIT_REF_NAME",
    "$BRANCH_NAME",
    null,
  ]);
});

test("a path cannot leave its quotes", () => {
  expect(snippetOf("curl", { ...sent, file: 'a"; rm -rf $HOME `x`' })).toContain(
    String.raw`"@a\"; rm -rf \$HOME \`x\`"`,
  );
});
