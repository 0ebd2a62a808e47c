import { z } from "zod";
import { LooseName, Text } from "./words.ts";

export const Password = z.string().min(12, "use at least 12 characters").max(256);
export const EmailAddress = z.email("this is not an e-mail address").max(254);

/** The first start: the owner and the organization. `code` is the one-time code that the start printed, needed from elsewhere than loopback. */
export const CreateInstallation = z.object({
  organization: LooseName,
  name: Text(120),
  email: EmailAddress,
  password: Password,
  currency: z.string().max(3).default("USD"),
  timeZone: z.string().max(64).default("UTC"),
  code: z.string().max(64).optional(),
});
export type CreateInstallation = z.output<typeof CreateInstallation>;

export const InstallationState = z.object({ welcome: z.boolean(), codeNeeded: z.boolean() });
export type InstallationState = z.output<typeof InstallationState>;
