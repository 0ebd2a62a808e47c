/** The site map. */
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from "@tanstack/solid-router";
import { NotFound, WentWrong } from "./frame/Lost.tsx";
import { Root } from "./frame/Root.tsx";
import { keepScope, readScope, type ScopePart } from "./frame/scope.ts";
import { readMoneySearch, readTimeSearch } from "./pages/giving/search.ts";
import { readFundSearch } from "./pages/fund/search.ts";
import { readLogSearch } from "./pages/log/search.ts";
import { readAuditSearch } from "./pages/audit/search.ts";
import { readProjectSearch } from "./pages/project/search.ts";
import { readProductSearch } from "./pages/product/search.ts";
import { readProductsSearch } from "./pages/products/search.ts";
import { readProjectsSearch } from "./pages/projects/search.ts";
import { readWhySearch } from "./pages/why/search.ts";
import { readReconcileSearch } from "./pages/reconcile/search.ts";
import { installationQuery, queryClient, sessionQuery } from "./queries.ts";

const root = createRootRoute({ component: Root, notFoundComponent: NotFound, errorComponent: WentWrong });

const welcome = createRoute({
  getParentRoute: () => root,
  path: "/welcome",
  beforeLoad: async () => {
    const installation = await queryClient.ensureQueryData(installationQuery);
    if (!installation.welcome) redirect({ to: "/projects", replace: true, throw: true });
  },
  component: lazyRouteComponent(() => import("./pages/entry/Welcome.tsx"), "Welcome"),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: readSignInSearch,
  beforeLoad: async () => {
    const installation = await queryClient.ensureQueryData(installationQuery);
    if (installation.welcome && !installation.demo) redirect({ to: "/welcome", replace: true, throw: true });
  },
  component: lazyRouteComponent(() => import("./pages/entry/SignIn.tsx"), "SignIn"),
});

/** Everything behind the sign-in: the guard, and the frame around the page. */
const inside = createRoute({
  getParentRoute: () => root,
  id: "inside",
  validateSearch: (search: Record<string, unknown>) => ({ ...readScope(search), ...readWhySearch(search) }),
  search: { middlewares: [keepScope] },
  beforeLoad: async ({ location }) => {
    // Both at once: who is here, and whether anybody could be.
    const [session, installation] = await Promise.all([
      queryClient.ensureQueryData(sessionQuery),
      queryClient.ensureQueryData(installationQuery),
    ]);
    // Somebody may be in a demo before there is an organization.
    if (session === null && installation.welcome) redirect({ to: "/welcome", replace: true, throw: true });
    if (session === null)
      redirect({ to: "/sign-in", search: { next: location.href }, replace: true, throw: true });
  },
  component: lazyRouteComponent(() => import("./frame/Frame.tsx"), "Frame"),
});

const home = createRoute({
  getParentRoute: () => inside,
  path: "/",
  staticData: { scopeUsed: ["period", "unit", "basis"] },
  component: lazyRouteComponent(() => import("./pages/home/HomePage.tsx"), "HomePage"),
});

const projects = createRoute({
  getParentRoute: () => inside,
  path: "/projects",
  validateSearch: readProjectsSearch,
  staticData: { scopeUsed: ["period", "unit", "ecosystem", "basis"] },
  component: lazyRouteComponent(() => import("./pages/projects/ProjectsPage.tsx"), "ProjectsPage"),
});

const project = createRoute({
  getParentRoute: () => inside,
  path: "/projects/$host/$",
  validateSearch: readProjectSearch,
  staticData: { scopeUsed: ["period", "unit", "basis"] },
  component: lazyRouteComponent(() => import("./pages/project/ProjectPage.tsx"), "ProjectPage"),
});

const products = createRoute({
  getParentRoute: () => inside,
  path: "/products",
  validateSearch: readProductsSearch,
  staticData: { scopeUsed: [] },
  component: lazyRouteComponent(() => import("./pages/products/ProductsPage.tsx"), "ProductsPage"),
});

const product = createRoute({
  getParentRoute: () => inside,
  path: "/products/$slug",
  validateSearch: readProductSearch,
  staticData: { scopeUsed: [] },
  component: lazyRouteComponent(() => import("./pages/product/ProductPage.tsx"), "ProductPage"),
});

/** What changed last, under an address that stays. */
const latestChanges = createRoute({
  getParentRoute: () => inside,
  path: "/products/$slug/changes",
  beforeLoad: ({ params: { slug } }) => {
    redirect({
      to: "/products/$slug/changes/$snapshot",
      params: { slug, snapshot: "latest" },
      replace: true,
      throw: true,
    });
  },
});

const snapshotChanges = createRoute({
  getParentRoute: () => inside,
  path: "/products/$slug/changes/$snapshot",
  staticData: { scopeUsed: [] },
  component: lazyRouteComponent(() => import("./pages/product/ChangesPage.tsx"), "ChangesPage"),
});

const imports = createRoute({
  getParentRoute: () => inside,
  path: "/imports",
  component: lazyRouteComponent(() => import("./pages/imports/ImportsPage.tsx"), "ImportsPage"),
});

const log = createRoute({
  getParentRoute: () => inside,
  path: "/log",
  validateSearch: readLogSearch,
  staticData: { scopeUsed: [] },
  component: lazyRouteComponent(() => import("./pages/log/LogPage.tsx"), "LogPage"),
});

const reconcile = createRoute({
  getParentRoute: () => inside,
  path: "/reconcile",
  validateSearch: readReconcileSearch,
  staticData: { scopeUsed: [] },
  component: lazyRouteComponent(() => import("./pages/reconcile/ReconcilePage.tsx"), "ReconcilePage"),
});

const audit = createRoute({
  getParentRoute: () => inside,
  path: "/audit",
  validateSearch: readAuditSearch,
  staticData: { scopeUsed: [] },
  component: lazyRouteComponent(() => import("./pages/audit/AuditPage.tsx"), "AuditPage"),
});

const settings = createRoute({
  getParentRoute: () => inside,
  path: "/settings",
  beforeLoad: () => {
    redirect({ to: "/settings/$section", params: { section: "organization" }, replace: true, throw: true });
  },
  // Never drawn: it tells the rail that there is such a page.
  component: lazyRouteComponent(() => import("./pages/settings/SettingsPage.tsx"), "SettingsPage"),
});

const settingsSection = createRoute({
  getParentRoute: () => inside,
  path: "/settings/$section",
  staticData: { scopeUsed: [] },
  component: lazyRouteComponent(() => import("./pages/settings/SettingsPage.tsx"), "SettingsPage"),
});

const givingTime = createRoute({
  getParentRoute: () => inside,
  path: "/giving/time",
  validateSearch: readTimeSearch,
  staticData: { scopeUsed: ["period", "unit", "basis"] },
  component: lazyRouteComponent(() => import("./pages/giving/TimePage.tsx"), "TimePage"),
});

const givingMoney = createRoute({
  getParentRoute: () => inside,
  path: "/giving/money",
  validateSearch: readMoneySearch,
  staticData: { scopeUsed: ["period", "basis"] },
  component: lazyRouteComponent(() => import("./pages/giving/MoneyPage.tsx"), "MoneyPage"),
});

const loadReport = () => import("./pages/report/ReportPage.tsx");

const reports = createRoute({
  getParentRoute: () => inside,
  path: "/report",
  beforeLoad: async () => {
    const period = await (await loadReport()).firstPeriod();
    redirect({ to: "/report/$period", params: { period }, replace: true, throw: true });
  },
  // Never drawn: it tells the rail that there is such a page.
  component: lazyRouteComponent(loadReport, "ReportPage"),
});

const report = createRoute({
  getParentRoute: () => inside,
  path: "/report/$period",
  staticData: { scopeUsed: ["period", "unit"] },
  component: lazyRouteComponent(loadReport, "ReportPage"),
});

const fund = createRoute({
  getParentRoute: () => inside,
  path: "/fund",
  validateSearch: readFundSearch,
  staticData: { scopeUsed: [] },
  component: lazyRouteComponent(() => import("./pages/fund/FundPage.tsx"), "FundPage"),
});

const parts = createRoute({
  getParentRoute: () => inside,
  path: "/dev/ui",
  component: lazyRouteComponent(() => import("./pages/dev/UiPage.tsx"), "UiPage"),
});

const tree = root.addChildren([
  welcome,
  signIn,
  inside.addChildren([
    home,
    log,
    givingTime,
    givingMoney,
    fund,
    reports,
    report,
    projects,
    project,
    products,
    product,
    latestChanges,
    snapshotChanges,
    imports,
    reconcile,
    audit,
    settings,
    settingsSection,
    parts,
  ]),
]);

export const router = createRouter({
  routeTree: tree,
  scrollRestoration: true,
  // Only what a route has read from the query reaches its page; without this the raw values pass through as well.
  search: { strict: true },
  defaultPreload: "intent",
  defaultPendingMs: 300,
});

declare module "@tanstack/solid-router" {
  interface Register {
    router: typeof router;
  }
  interface StaticDataRouteOption {
    /** The parts of the scope that the page uses; the others are dimmed in its head, with the reason. */
    scopeUsed?: readonly ScopePart[];
  }
}

interface SignInSearch {
  readonly next?: string;
  /** The session ended while a page was open. */
  readonly ended?: true;
}

/** Only a path of this site may come after the sign-in: another address would let a link send people away. */
function readSignInSearch(search: Record<string, unknown>): SignInSearch {
  const { next, ended } = search;
  return {
    ...(typeof next === "string" && /^\/(?![/\\])/.test(next) ? { next } : {}),
    ...(ended === true ? { ended } : {}),
  };
}
