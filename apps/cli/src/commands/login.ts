import { Organization } from "@headwater/contract/organization";
import { Failure, type Command, type Terminal } from "../command.ts";
import { call } from "../server/client.ts";
import { storeServer } from "../server/connection.ts";

export const command: Command = {
  usage: "login URL [--key KEY]",
  about:
    "Remembers a server and an API key, after asking the server whether the key opens it. Without --key or HEADWATER_KEY the key is asked for, or read from the input.",
  options: {
    key: {
      type: "string",
      value: "KEY",
      about: "an API key; better given by HEADWATER_KEY or the input, which no process list shows",
    },
  },
  async run(given, terminal) {
    const [written, more] = given.positionals;
    if (written === undefined || more !== undefined)
      throw new Failure("Name one address, such as http://localhost:3000.");
    const server = { url: addressOf(written), key: await keyOf(given.text("key"), terminal) };
    const organization = await call(server, { method: "GET", path: "/organization" }, Organization);
    await storeServer(terminal, server);
    if (!/^https:|^http:\/\/(?:localhost|127\.|\[::1\])/.test(server.url))
      terminal.note(
        "headwater: the address is not encrypted; anybody on the way can read the key. Use https.",
      );
    terminal.print(
      given.json
        ? JSON.stringify({ url: server.url, organization: organization.name })
        : `Logged in at ${server.url} for ${organization.name}.`,
    );
    return 0;
  },
};

function addressOf(written: string): string {
  const url = URL.parse(/^https?:\/\//i.test(written) ? written : `https://${written}`);
  if (url === null || url.username !== "" || url.password !== "")
    throw new Failure(
      `${JSON.stringify(written)} is no address; write it like https://headwater.example.com.`,
    );
  return `${url.origin}${url.pathname}`.replace(/\/+$/, "").replace(/\/api\/v1$/, "");
}

async function keyOf(
  option: string | null,
  { environment, isInteractive, ask, readInput }: Terminal,
): Promise<string> {
  const given =
    option ??
    environment.key ??
    (isInteractive ? await ask("API key: ") : new TextDecoder().decode(await readInput()));
  const key = given.trim();
  if (key === "" || /[^\x21-\x7e]/.test(key))
    throw new Failure("Give an API key: --key, HEADWATER_KEY, or on the input.");
  return key;
}
