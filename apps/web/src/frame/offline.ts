/**
 * Lets the pages open without a network, where the browser allows it: over HTTPS, or on this very machine. What a first
 * visit loaded before the worker was there is named to it afterwards, and with it what logging needs.
 */
export function keepForOffline(): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  window.addEventListener("load", () => {
    // Without it everything works but the start without a network.
    void nameWhatIsNeeded().catch(() => undefined);
  });
}

/** The page that is opened has the network and the processor first. */
const FETCHED_AFTER_MS = 3000;

async function nameWhatIsNeeded(): Promise<void> {
  await navigator.serviceWorker.register("/sw.js");
  const { active } = await navigator.serviceWorker.ready;
  await new Promise((resolve) => setTimeout(resolve, FETCHED_AFTER_MS));
  await import("../pages/log/LogPage.tsx");
  const loaded = performance
    .getEntriesByType("resource")
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith("/assets/"))
    .map(({ pathname }) => pathname);
  active?.postMessage({ keep: loaded });
}
