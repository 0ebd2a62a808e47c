import { z } from "zod";

export const ReadDemo = z.object({});

/** The demo that whoever asks is in or has loaded, and how far its loading has come. */
export const Demo = z.object({
  organization: z.string(),
  /** Whoever asks acts for the demo itself, so that every page says that its figures are invented. */
  here: z.boolean(),
  stepsDone: z.number().int(),
  steps: z.number().int(),
  finished: z.boolean(),
  /** Why the loading came to no end; the demo can be removed and loaded again. */
  failure: z.string().nullable(),
});
export type Demo = z.output<typeof Demo>;
export const DemoState = z.object({ demo: Demo.nullable() });
export type DemoState = z.output<typeof DemoState>;

/** `code` is the one-time code of the first start, needed from elsewhere than loopback where nobody has signed in. */
export const LoadDemo = z.object({ code: z.string().max(64).optional() });
export type LoadDemo = z.output<typeof LoadDemo>;

/** How to sign in as the owner of the invented company; the password is shown this once. */
export const LoadedDemo = z.object({ organization: z.string(), email: z.string(), password: z.string() });
export type LoadedDemo = z.output<typeof LoadedDemo>;

export const RemoveDemo = z.object({});
export const RemovedDemo = z.object({ organization: z.string(), here: z.boolean() });
