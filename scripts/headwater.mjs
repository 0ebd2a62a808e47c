#!/usr/bin/env node
// The installable `headwater` command: the same entry as `npm run -s headwater`.
process.argv.splice(2, 0, "headwater");
process.env.INIT_CWD ??= process.cwd();
await import("./run.mjs");
