/** What a build runs to send an inventory, for each place where builds run. */
export const builds = ["github", "gitlab", "jenkins", "curl"] as const;
export type Build = (typeof builds)[number];

interface Sent {
  /** Where the server is, `https://headwater.example.com`. */
  readonly server: string;
  readonly product: string;
  /** Of the lockfile in the repository. */
  readonly file: string;
}

/** The key is read from the secret HEADWATER_KEY of the build, so that it stands in no file. */
export function snippetOf(build: Build, sent: Sent): string {
  return snippets[build](sent);
}

const snippets: Readonly<Record<Build, (sent: Sent) => string>> = {
  github: (sent) => `- name: Tell Headwater what we stand on
  if: github.ref == format('refs/heads/{0}', github.event.repository.default_branch)
  env:
    HEADWATER_KEY: \${{ secrets.HEADWATER_KEY }}
  run: |
${indented(curl(sent, "$GITHUB_REF_NAME"), 4)}`,
  gitlab: (sent) => `headwater:
  stage: .post
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  image: curlimages/curl:latest
  script:
    - |
${indented(curl(sent, "$CI_COMMIT_REF_NAME"), 6)}`,
  jenkins: (sent) => `stage('Headwater') {
  when { branch 'main' }
  steps {
    withCredentials([string(credentialsId: 'headwater-key', variable: 'HEADWATER_KEY')]) {
      sh '''
${indented(curl(sent, "$BRANCH_NAME"), 8)}
      '''
    }
  }
}`,
  curl: (sent) => curl(sent, null),
};

function curl({ server, product, file }: Sent, ref: string | null): string {
  const query = new URLSearchParams({ product, source: file, create: "true", wait: "true" });
  const branch = ref === null ? "" : `&ref=${ref}`;
  return [
    `curl --fail-with-body --silent --show-error \\`,
    `  --header "Authorization: Bearer $HEADWATER_KEY" \\`,
    `  --header "Content-Type: application/octet-stream" \\`,
    `  --data-binary "@${quoted(file)}" \\`,
    `  "${server}/api/v1/sboms?${query.toString()}${branch}"`,
  ].join("\n");
}

/** A path inside double quotes of a shell. */
function quoted(path: string): string {
  return path.replaceAll(/["$\\`]/g, String.raw`\$&`);
}

function indented(text: string, spaces: number): string {
  return text.replaceAll(/^/gm, " ".repeat(spaces));
}
