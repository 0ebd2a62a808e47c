/** Stops once on SIGTERM and SIGINT, however often they come, and ends the process. */
export function stopOnSignals(stop: () => Promise<void>, log: (error: unknown) => void): void {
  let stopping = false;
  const once = (): void => {
    if (stopping) return;
    stopping = true;
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log(error);
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", once);
  process.on("SIGINT", once);
}
