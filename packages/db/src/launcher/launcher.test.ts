import { spawn, type ChildProcess } from "node:child_process";
import {
  chmod,
  chown,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rm,
  stat,
  unlink,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { locateBinaries } from "./binaries.ts";
import { startEmbedded, type Embedded } from "./index.ts";
import { isRunning } from "./processes.ts";

const asRoot = process.getuid?.() === 0;
const launcherFile = fileURLToPath(new URL("./index.ts", import.meta.url));

let closed: string;
let dataFolder: string;
let running: Embedded[];
let children: ChildProcess[];

// The folder is closed to all but its user, as a clone in /root is: every test below runs in one.
beforeEach(async () => {
  closed = await mkdtemp(join(tmpdir(), "headwater-launcher-"));
  dataFolder = join(closed, "clone/data");
  running = [];
  children = [];
});

afterEach(async () => {
  for (const child of children) child.kill("SIGKILL");
  for (const embedded of running) await embedded.stop();
  await (await start()).stop();
  await rm(running[0]?.connection.host ?? closed, { recursive: true, force: true });
  await rm(closed, { recursive: true, force: true });
});

async function start(): Promise<Embedded> {
  const embedded = await startEmbedded({ dataFolder, log: () => undefined, durable: false });
  running.push(embedded);
  return embedded;
}

const clusterFolder = () => join(dataFolder, "postgresql-18");

async function postmasterPid(): Promise<number> {
  return Number((await readFile(join(clusterFolder(), "postmaster.pid"), "utf8")).split("\n")[0]);
}

async function query(embedded: Embedded, text: string): Promise<unknown[]> {
  const client = new pg.Client(embedded.connection);
  client.on("error", () => undefined);
  try {
    await client.connect();
    return (await client.query(text)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Another Headwater process on the same folder: it prints `ready` and stops the database when its input ends. */
async function otherProcess(environment?: Record<string, string>): Promise<ChildProcess> {
  const program = `
    const { startEmbedded } = await import(${JSON.stringify(launcherFile)});
    const embedded = await startEmbedded({ dataFolder: ${JSON.stringify(dataFolder)}, log: () => undefined, durable: false });
    console.log("ready");
    process.stdin.on("end", async () => { await embedded.stop(); process.exit(0); }).resume();`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", program], {
    stdio: ["pipe", "pipe", "inherit"],
    detached: true,
    ...(environment === undefined ? {} : { env: environment }),
  });
  children.push(child);
  await new Promise<void>((resolve, reject) => {
    child.stdout?.once("data", () => resolve());
    child.once("exit", (status) => reject(new Error(`the other process ended with ${status}`)));
  });
  return child;
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null)
    await new Promise((resolve) => child.once("exit", resolve));
}

describe("starting", () => {
  it("makes a cluster with checksums and the builtin UTF-8 locale, and opens the same one again within a second", async () => {
    const first = await start();
    expect(first.adopted).toBe(false);
    expect(
      await query(
        first,
        "select lower('ŁÓDŹ') as lower, current_setting('data_checksums') as checksums, current_setting('listen_addresses') as listens",
      ),
    ).toEqual([{ lower: "łódź", checksums: "on", listens: "" }]);
    await query(first, "create table kept (word text)");
    await query(first, "insert into kept values ('still here')");
    await first.stop();
    const before = performance.now();
    const second = await start();
    expect(performance.now() - before).toBeLessThan(1_000);
    expect(await query(second, "select word from kept")).toEqual([{ word: "still here" }]);
  });

  it.runIf(asRoot)(
    "runs as nobody when root starts it, with the data below a folder that only root may enter",
    async () => {
      await start();
      const status = await readFile(`/proc/${await postmasterPid()}/status`, "utf8");
      expect(status).toMatch(/^Uid:\t65534\t65534/m);
      const folder = await stat(clusterFolder());
      expect({ uid: folder.uid, mode: folder.mode & 0o777 }).toEqual({ uid: 65_534, mode: 0o700 });
    },
  );

  it.runIf(asRoot)("takes back a folder whose files a copy has given to root", async () => {
    await (await start()).stop();
    for (const entry of await readdir(clusterFolder(), { recursive: true }))
      await chown(join(clusterFolder(), entry), 0, 0);
    await chown(clusterFolder(), 0, 0);
    expect(await query(await start(), "select 1 as one")).toEqual([{ one: 1 }]);
  });

  it("is not led astray by the environment's PG and LC variables", async () => {
    await otherProcess({
      PGPORT: "1",
      PGDATA: "/nowhere",
      PGUSER: "someone",
      PGHOST: "nowhere.invalid",
      LC_ALL: "xx_YY",
      LC_MESSAGES: "xx_YY",
    });
    expect(await query(await start(), "show lc_messages")).toEqual([{ lc_messages: "C" }]);
  });

  it("begins again when the first start was killed while it made the cluster", async () => {
    const abandoned = join(dataFolder, "postgresql-18.making-999999999-1-gone");
    await mkdir(join(abandoned, "base"), { recursive: true });
    await writeFile(join(abandoned, "PG_VERSION"), "18\n");
    await start();
    expect((await readdir(dataFolder)).filter((entry) => entry.includes("making"))).toEqual([]);
  });

  it("keeps the socket's path short and private, however deep the data lies", async () => {
    dataFolder = join(closed, "d".repeat(100), "e".repeat(100), "data");
    const { connection } = await start();
    expect(Buffer.byteLength(join(connection.host, ".s.PGSQL.5432"))).toBeLessThan(104);
    expect((await stat(connection.host)).mode & 0o777).toBe(0o700);
  });
});

describe("what a killed process leaves behind", () => {
  it("adopts a postmaster that outlived its app, and stops it in the end", async () => {
    const app = await otherProcess();
    const pid = await postmasterPid();
    app.kill("SIGKILL");
    await ended(app);
    expect(await isRunning(pid)).toBe(true);
    const embedded = await start();
    expect(embedded.adopted).toBe(true);
    expect(await postmasterPid()).toBe(pid);
    await embedded.stop();
    expect(await isRunning(pid)).toBe(false);
  });

  it("starts after app and postmaster were killed together, while backends still run and the postmaster is a zombie", async () => {
    const app = await otherProcess();
    const client = new pg.Client({
      host: (await readFile(join(clusterFolder(), "postmaster.pid"), "utf8")).split("\n")[4],
      user: "postgres",
      database: "postgres",
    });
    client.on("error", () => undefined);
    await client.connect();
    // Busy without reading from its client: such a backend does not notice that its postmaster has gone.
    const busy = client.query("select count(*) from generate_series(1, 400000000)").catch(() => undefined);
    await pause(50);
    // The stopped app does not reap its child, as a slow init does not: the postmaster stays as a zombie.
    app.kill("SIGSTOP");
    const pid = await postmasterPid();
    process.kill(pid, "SIGKILL");
    await expect
      .poll(() => readFile(`/proc/${pid}/stat`, "utf8").then((text) => text.split(" ")[2]))
      .toBe("Z");
    const embedded = await start();
    expect(embedded.adopted).toBe(false);
    expect(await query(embedded, "select 1 as one")).toEqual([{ one: 1 }]);
    app.kill("SIGKILL");
    await busy;
  });

  it("starts when the pid file is stale and its pid has come to another program", async () => {
    const first = await start();
    const file = await readFile(join(clusterFolder(), "postmaster.pid"), "utf8");
    await first.stop();
    const bystander = spawn("sleep", ["60"]);
    children.push(bystander);
    const taken = file.replace(/^\d+/, String(bystander.pid));
    await writeFile(join(clusterFolder(), "postmaster.pid"), taken);
    await writeFile(join(first.connection.host, ".s.PGSQL.5432.lock"), taken);
    expect((await start()).adopted).toBe(false);
    expect(bystander.exitCode).toBeNull();
  });

  it("starts the database again when its postmaster is killed, at the same address", async () => {
    const embedded = await start();
    const pid = await postmasterPid();
    process.kill(pid, "SIGKILL");
    const before = performance.now();
    await expect
      .poll(() => query(embedded, "select 1 as one").catch(() => []), { timeout: 5_000, interval: 20 })
      .toEqual([{ one: 1 }]);
    expect(performance.now() - before).toBeLessThan(5_000);
    expect(await postmasterPid()).not.toBe(pid);
  });
});

describe("two processes on one folder", () => {
  it("share one database, and the last one out stops it", async () => {
    const other = await otherProcess();
    const pid = await postmasterPid();
    const embedded = await start();
    expect(embedded.adopted).toBe(true);
    other.stdin?.end();
    await ended(other);
    expect(await isRunning(pid)).toBe(true);
    expect(await query(embedded, "select 1 as one")).toEqual([{ one: 1 }]);
    await embedded.stop();
    expect(await isRunning(pid)).toBe(false);
  });

  it("make one cluster when both start for the first time at once", async () => {
    const others = Promise.all([otherProcess(), otherProcess()]);
    const embedded = await start();
    await others;
    expect(await query(embedded, "select 1 as one")).toEqual([{ one: 1 }]);
    expect((await readdir(dataFolder)).filter((entry) => entry.includes("making"))).toEqual([]);
  });
});

it("stands in a session of its own, so that Ctrl-C in a terminal does not reach it before the app has drained", async () => {
  const app = await otherProcess();
  const pid = await postmasterPid();
  // What a terminal does on Ctrl-C: a signal to the whole process group.
  process.kill(-(app.pid ?? 0), "SIGINT");
  await ended(app);
  await pause(200);
  expect(await isRunning(pid)).toBe(true);
});

describe("the binaries", () => {
  it.runIf(asRoot)(
    "are copied to where everybody may read when the checkout lies below a folder that only root may enter",
    async () => {
      const account = { uid: 65_534, gid: 65_534 };
      const inPlace = await locateBinaries({ account: null, fallbackFolder: closed });
      const native = join(closed, "node_modules/package/native");
      await mkdir(dirname(native), { recursive: true });
      await cp(join(dirname(inPlace.postgres), ".."), native, { recursive: true, verbatimSymlinks: true });
      await writeFile(join(native, "../package.json"), JSON.stringify({ version: `test-${process.pid}` }));
      const binaries = await locateBinaries({ account, fallbackFolder: closed, native });
      expect(binaries.postgres.startsWith(closed)).toBe(false);
      const copy = dirname(dirname(dirname(binaries.postgres)));
      const version = spawn(binaries.postgres, ["--version"], { ...account, env: {} });
      expect(await new Promise((resolve) => version.on("close", resolve))).toBe(0);
      await rm(copy, { recursive: true });
    },
  );

  it("have the links between their libraries made anew, in place", async () => {
    const { postgres } = await locateBinaries({ account: null, fallbackFolder: closed });
    const link = join(dirname(postgres), "../lib/libecpg.so.6");
    await unlink(link);
    await locateBinaries({ account: null, fallbackFolder: closed });
    expect(await realpath(link)).toMatch(/libecpg\.so\.6\.\d+$/);
  });
});

it.runIf(asRoot)("says what to do when an ordinary user starts it on a folder of another", async () => {
  await start();
  await chmod(closed, 0o755);
  await chmod(join(closed, "clone"), 0o755);
  await chmod(dataFolder, 0o755);
  const program = `const { startEmbedded } = await import(${JSON.stringify(launcherFile)});
    process.setuid(1000);
    await startEmbedded({ dataFolder: ${JSON.stringify(dataFolder)}, log: () => undefined }).catch((error) => console.log(error.name + ": " + error.message));`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", program]);
  let said = "";
  child.stdout.on("data", (text: Buffer) => (said += text.toString()));
  await ended(child);
  expect(said).toMatch(
    /^LauncherError: .* belongs to user 65534, and this is user 1000: start Headwater as the user that made the folder/,
  );
});
