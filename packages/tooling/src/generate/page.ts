import { pluralOf } from "./names.ts";
import type { Name } from "./names.ts";
import type { Plan } from "./plan.ts";

const ROUTES = "apps/web/src/routes.ts";

/** A page: its folder and its line in the site map. */
export function pagePlan(noun: Name): Plan {
  const folder = pluralOf(noun.kebab);
  return {
    files: new Map([[`apps/web/src/pages/${folder}/${componentOf(noun)}.tsx`, pageText(noun)]]),
    changes: [{ path: ROUTES, change: (text) => routed(text, noun) }],
  };
}

/** The route goes before the tree, and into what lies inside the sign-in. */
function routed(routes: string, noun: Name): string {
  const tree = /(const tree = [\s\S]*?inside\.addChildren\(\[)([^\]]*)\]/;
  if (!tree.test(routes)) return routes;
  return routes.replace(
    tree,
    (_all, open: string, members: string) => `${routeText(noun)}\n${open}${members}, ${pluralCamel(noun)}]`,
  );
}

function routeText(noun: Name): string {
  const folder = pluralOf(noun.kebab);
  const component = componentOf(noun);
  return `const ${pluralCamel(noun)} = createRoute({
  getParentRoute: () => inside,
  path: "/${folder}",
  component: lazyRouteComponent(() => import("./pages/${folder}/${component}.tsx"), "${component}"),
});
`;
}

function pageText(noun: Name): string {
  return `export function ${componentOf(noun)}() {
  return (
    <main class="page page-reading">
      <h1>${pluralOf(noun.words)}</h1>
      <p class="lede">Say what this page answers, and for whom. Design loading, empty, error, one and many.</p>
    </main>
  );
}
`;
}

function componentOf(noun: Name): string {
  return `${pluralOf(noun.pascal)}Page`;
}

function pluralCamel(noun: Name): string {
  return pluralOf(noun.camel);
}
