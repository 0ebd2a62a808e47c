/**
 * Where a project's page is, for links: a slug has a first part before its first slash (`github.com`, `pkg:npm`), so
 * that the address of the list is not taken for a project without a name.
 */
export function projectAddress(slug: string) {
  const slash = slug.indexOf("/");
  const [host, rest] = slash < 0 ? [slug, ""] : [slug.slice(0, slash), slug.slice(slash + 1)];
  return { to: "/projects/$host/$", params: { host, _splat: rest } } as const;
}

/** The slug of the project that an address leads to. */
export function slugOfAddress(params: {
  readonly host: string;
  readonly _splat?: string | undefined;
}): string {
  return params._splat === undefined || params._splat === ""
    ? params.host
    : `${params.host}/${params._splat}`;
}
