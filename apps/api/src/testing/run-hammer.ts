import { ask } from "./ask.ts";
import { hammer } from "./hammer.ts";

// node apps/api/src/testing/run-hammer.ts PORT KEY [posts] [keys]: prints the figures of quality goal R3 against a running server.
const [port = "3000", key = "", posts = "5000", keys = "100"] = process.argv.slice(2);
const project = "github.com/curl/curl";
const asked = (question: Parameters<typeof ask>[1]) =>
  ask(Number(port), { ...question, headers: { "x-api-key": key, ...question.headers } });
await asked({ method: "POST", path: "/api/v1/projects", body: { slug: project } });
const report = await hammer({ ask: asked, project, posts: Number(posts), keys: Number(keys), atOnce: 200 });
process.stdout.write(`${JSON.stringify(report)}\n`);
