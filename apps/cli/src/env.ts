import { homedir } from "node:os";
import { join } from "node:path";

/** All that the command line takes from its environment; nothing else reads it. */
export interface Environment {
  /** Folder of the stored address and key of the server. */
  readonly configFolder: string;
  readonly key: string | null;
  /** Folders in which package managers keep what they fetched. */
  readonly cargoHome: string;
  readonly goModuleCache: string;
  readonly mavenRepository: string;
  /** For `go`, which finds itself and its settings by them. */
  readonly all: Readonly<Record<string, string | undefined>>;
  readonly database: {
    readonly url: string | null;
    readonly ownerUrl: string | null;
    readonly dataFolder: string | null;
    readonly secret: string | null;
    readonly secretFile: string | null;
  };
  readonly timeZone: string;
}

export function readEnvironment(): Environment {
  const variable = (name: string): string | null => {
    const text = process.env[name]?.trim() ?? "";
    return text === "" ? null : text;
  };
  const home = homedir();
  const configHome =
    variable("XDG_CONFIG_HOME") ??
    (process.platform === "win32" ? variable("APPDATA") : null) ??
    join(home, ".config");
  const [goPath = ""] = (variable("GOPATH") ?? join(home, "go")).split(
    process.platform === "win32" ? ";" : ":",
  );
  return {
    configFolder: variable("HEADWATER_CONFIG") ?? join(configHome, "headwater"),
    key: variable("HEADWATER_KEY"),
    cargoHome: variable("CARGO_HOME") ?? join(home, ".cargo"),
    goModuleCache: variable("GOMODCACHE") ?? join(goPath, "pkg", "mod"),
    mavenRepository: join(home, ".m2", "repository"),
    all: process.env,
    database: {
      url: variable("DATABASE_URL"),
      ownerUrl: variable("DATABASE_OWNER_URL"),
      dataFolder: variable("HEADWATER_DATA"),
      secret: variable("HEADWATER_SECRET"),
      secretFile: variable("HEADWATER_SECRET_FILE"),
    },
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}
