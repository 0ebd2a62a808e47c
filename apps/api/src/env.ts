import { EnvironmentRefused, variableReader } from "@headwater/worker/runtime";
import { join } from "node:path";

/** What the environment says. The only place of this app that reads process.env. */
export interface Environment {
  readonly port: number;
  readonly host: string;
  readonly dataFolder: string;
  readonly databaseUrl: string | undefined;
  readonly databaseOwnerUrl: string | undefined;
  readonly secret: string | undefined;
  /** Public address without a slash at the end. */
  readonly url: string;
  readonly metricsToken: string | undefined;
  readonly provision: {
    readonly email: string | undefined;
    readonly password: string | undefined;
    readonly organization: string | undefined;
    readonly apiKey: string | undefined;
    readonly apiKeyScope: string;
    readonly currency: string;
    readonly timeZone: string;
  };
}

export function readEnvironment(
  arguments_: readonly string[],
  variables: NodeJS.ProcessEnv = process.env,
): Environment {
  const read = variableReader(variables);
  const port = portOf(optionOf(arguments_, "--port") ?? read("PORT") ?? "3000");
  const host = optionOf(arguments_, "--host") ?? read("HOST") ?? "127.0.0.1";
  return {
    port,
    host,
    dataFolder: read("HEADWATER_DATA") ?? join(process.cwd(), "data"),
    databaseUrl: read("DATABASE_URL"),
    databaseOwnerUrl: read("DATABASE_OWNER_URL"),
    secret: read("HEADWATER_SECRET"),
    url: (read("HEADWATER_URL") ?? `http://localhost:${port}`).replace(/\/+$/, ""),
    metricsToken: read("HEADWATER_METRICS_TOKEN"),
    provision: {
      email: read("HEADWATER_OWNER_EMAIL"),
      password: read("HEADWATER_OWNER_PASSWORD"),
      organization: read("HEADWATER_ORGANIZATION"),
      apiKey: read("HEADWATER_API_KEY"),
      apiKeyScope: read("HEADWATER_API_KEY_SCOPE") ?? "all",
      currency: read("HEADWATER_CURRENCY") ?? "USD",
      timeZone: read("HEADWATER_TIME_ZONE") ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    },
  };
}

/** `--port 8080` or `--port=8080`. */
function optionOf(arguments_: readonly string[], name: string): string | undefined {
  const at = arguments_.findIndex((argument) => argument === name || argument.startsWith(`${name}=`));
  const found = arguments_[at];
  if (found === undefined) return undefined;
  return found === name ? arguments_[at + 1] : found.slice(name.length + 1);
}

function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new EnvironmentRefused(
    `${JSON.stringify(text)} is no port. Give a number from 1 to 65535 with --port or PORT.`,
  );
}
