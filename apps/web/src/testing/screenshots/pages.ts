/** A page of which pictures are taken, by the name of its file. */
export interface PicturedPage {
  readonly name: string;
  readonly path: string;
}

export const beforeSignIn: readonly PicturedPage[] = [{ name: "welcome", path: "/welcome" }];

export const pictured: readonly PicturedPage[] = [
  { name: "home", path: "/" },
  { name: "log", path: "/log" },
  { name: "projects", path: "/projects" },
  { name: "project", path: "/projects/github.com/tokio-rs/tokio" },
  { name: "products", path: "/products" },
  { name: "product", path: "/products/booking" },
  { name: "product-changes", path: "/products/booking/changes" },
  { name: "giving-time", path: "/giving/time" },
  { name: "giving-money", path: "/giving/money" },
  { name: "fund", path: "/fund" },
  { name: "report", path: "/report/2026-Q3" },
  { name: "imports", path: "/imports" },
  { name: "reconcile", path: "/reconcile" },
  { name: "settings", path: "/settings/organization" },
  { name: "settings-targets", path: "/settings/targets" },
  { name: "audit", path: "/audit" },
];
