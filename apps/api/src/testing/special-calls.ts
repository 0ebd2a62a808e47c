import type { Given } from "./examples.ts";
import type { Call } from "./calls.ts";
import { cycloneDx } from "@headwater/operations/testing/cyclone-dx";

const inventory = cycloneDx({ direct: ["left-pad"] });
const base64 = Buffer.from(inventory).toString("base64");
const none = (): Given => ({});

/** Addresses that carry bytes or speak another's language, and so stand in no table. Those of the table are in rest/routes.ts. */
export const specialCalls: readonly Call[] = [
  {
    name: "POST /sboms",
    operation: "upload.submit",
    access: "upload.submit",
    example: { input: (planted) => ({ product: planted.product }), foreign: true },
    question: (given) => ({
      method: "POST",
      path: `/api/v1/sboms?product=${String(given["product"])}&source=special.json`,
      body: inventory,
    }),
  },
  {
    name: "PUT /bom",
    operation: "upload.submit",
    access: "upload.submit",
    example: { input: (planted) => ({ project: planted.productUuid }), foreign: true },
    question: (given) => ({ method: "PUT", path: "/api/v1/bom", body: { ...given, bom: base64 } }),
  },
  {
    name: "POST /bom",
    operation: "upload.submit",
    access: "upload.submit",
    example: { input: (planted) => ({ projectName: planted.product }), foreign: true },
    question: (given) => ({
      method: "POST",
      path: "/api/v1/bom",
      headers: { "content-type": "multipart/form-data; boundary=part" },
      body: [
        `--part\r\nContent-Disposition: form-data; name="projectName"\r\n\r\n${String(given["projectName"])}\r\n`,
        `--part\r\nContent-Disposition: form-data; name="bom"\r\n\r\n${Buffer.from(inventory).toString("utf8")}\r\n`,
        "--part--\r\n",
      ].join(""),
    }),
  },
  ...["bom", "event"].map((kind): Call => ({
    name: `GET /${kind}/token/{token}`,
    operation: "upload.read",
    access: "upload.submit",
    example: { input: (planted) => ({ token: planted.uploadToken }), foreign: true },
    question: (given) => ({ path: `/api/v1/${kind}/token/${String(given["token"])}` }),
  })),
  {
    name: "GET /team/self",
    operation: "upload.submit",
    access: "upload.submit",
    example: { input: none, foreign: false },
    question: () => ({ path: "/api/v1/team/self" }),
  },
  {
    name: "GET /project",
    operation: "product.list",
    access: "product.read",
    example: { input: none, foreign: false },
    question: () => ({ path: "/api/v1/project" }),
  },
  {
    name: "GET /project/lookup",
    operation: "product.list",
    access: "product.read",
    example: { input: (planted) => ({ name: planted.product }), foreign: true },
    question: (given) => ({ path: `/api/v1/project/lookup?name=${String(given["name"])}` }),
  },
  {
    name: "POST /members",
    operation: "member.add",
    access: "member.manage",
    example: {
      input: () => ({ name: "New", email: "new-member@example.com", role: "owner" }),
      foreign: false,
      again: (_, unique) => ({ name: "New", email: `member-${unique}@example.com`, role: "viewer" }),
    },
    question: (given) => ({ method: "POST", path: "/api/v1/members", body: given }),
  },
  {
    name: "POST /demo",
    operation: "demo.load",
    access: "demo.manage",
    example: {
      // The code is for visitors and a text: nothing is loaded for who only asks whether they may.
      input: () => ({ code: 1 }),
      foreign: false,
      again: async (make) => {
        await make("POST", "/demo", {}, "organization");
        await make("DELETE", "/demo", {}, "organization");
        return {};
      },
    },
    question: (given) => ({ method: "POST", path: "/api/v1/demo", body: given }),
  },
  {
    name: "GET /export",
    operation: "export",
    access: "export.read",
    example: { input: none, foreign: false },
    question: () => ({ path: "/api/v1/export" }),
  },
];
