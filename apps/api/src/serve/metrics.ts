import { monitorEventLoopDelay } from "node:perf_hooks";
import type { MiddlewareHandler } from "hono";

/** Counters of the process in Prometheus' text format, version 0.0.4. */
export function metrics() {
  const answers = new Map<string, number>();
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  const count: MiddlewareHandler = async (c, next) => {
    await next();
    const key = `method="${c.req.method}",status="${c.res.status}"`;
    answers.set(key, (answers.get(key) ?? 0) + 1);
  };
  return {
    count,
    text(): string {
      const memory = process.memoryUsage();
      return [
        "# HELP headwater_http_responses_total Answers by method and status.",
        "# TYPE headwater_http_responses_total counter",
        ...[...answers].map(([labels, value]) => `headwater_http_responses_total{${labels}} ${value}`),
        "# HELP headwater_event_loop_delay_seconds Delay of the event loop.",
        "# TYPE headwater_event_loop_delay_seconds gauge",
        `headwater_event_loop_delay_seconds{quantile="0.5"} ${delay.percentile(50) / 1e9}`,
        `headwater_event_loop_delay_seconds{quantile="0.99"} ${delay.percentile(99) / 1e9}`,
        "# HELP process_resident_memory_bytes Resident memory.",
        "# TYPE process_resident_memory_bytes gauge",
        `process_resident_memory_bytes ${memory.rss}`,
        "# HELP process_uptime_seconds Time since the start.",
        "# TYPE process_uptime_seconds gauge",
        `process_uptime_seconds ${process.uptime()}`,
        "",
      ].join("\n");
    },
  };
}
