import { isCommonPassword } from "@headwater/domain/password";
import { z } from "zod";
import { LooseName, Text } from "./words.ts";

const TOO_COMMON =
  "this is a password that many people have, or that your name gives away; use a few words of your own";

/** Any characters, as they are typed. What many people have is refused, nothing else. */
export const Password = z
  .string()
  .min(12, "use at least 12 characters")
  .max(256)
  .refine((text) => !isCommonPassword(text, []), TOO_COMMON);
export const EmailAddress = z.email("this is not an e-mail address").max(254);

/** The first start: the owner and the organization. `code` is the one-time code that the start printed, needed from elsewhere than loopback. */
export const CreateInstallation = z
  .object({
    organization: LooseName,
    name: Text(120),
    email: EmailAddress,
    password: Password,
    currency: z.string().max(3).default("USD"),
    timeZone: z.string().max(64).default("UTC"),
    code: z.string().max(64).optional(),
  })
  .refine(
    ({ password, organization, name, email }) => !isCommonPassword(password, [organization, name, email]),
    {
      path: ["password"],
      message: TOO_COMMON,
    },
  );
export type CreateInstallation = z.output<typeof CreateInstallation>;

/** The words of a request to change one's own password. `revokeOtherSessions` is true where it is left out. */
export const ChangePassword = z.object({
  currentPassword: z.string().max(256),
  newPassword: Password,
  revokeOtherSessions: z.boolean().default(true),
});

/** `demo`: a visitor has loaded the demo company, which is there beside the organization that is still to be made. */
export const InstallationState = z.object({
  welcome: z.boolean(),
  codeNeeded: z.boolean(),
  demo: z.boolean(),
});
export type InstallationState = z.output<typeof InstallationState>;
