import "@headwater/ui/styles.css";
import { QueryClientProvider } from "@tanstack/solid-query";
import { RouterProvider } from "@tanstack/solid-router";
import { render } from "solid-js/web";
import { applyDensity } from "./frame/density.ts";
import { listenForKeys } from "./frame/keys.ts";
import { applyLanguage } from "./frame/language.ts";
import { keepForOffline } from "./frame/offline.ts";
import { applyTheme } from "./frame/theme.ts";
import { queryClient } from "./queries.ts";
import { router } from "./routes.ts";
import { watchSession } from "./session.ts";

const root = document.getElementById("root");
if (root === null) throw new Error("The page has no element with the id root");

applyTheme();
applyDensity();
applyLanguage();
listenForKeys();
keepForOffline();
watchSession(() => {
  const next = router.state.location.href;
  void router.navigate({ to: "/sign-in", search: { next, ended: true }, replace: true });
});
render(
  () => (
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  ),
  root,
);
