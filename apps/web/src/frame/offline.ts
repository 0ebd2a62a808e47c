/** Lets the pages open without a network, where the browser allows it: over HTTPS, or on this very machine. */
export function keepForOffline(): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  window.addEventListener("load", () => {
    // Without it everything works but the start without a network.
    navigator.serviceWorker.register("/sw.js").catch(() => undefined);
  });
}
