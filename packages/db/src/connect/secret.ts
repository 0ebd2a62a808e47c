import { createHash, createHmac, pbkdf2Sync, randomBytes } from "node:crypto";

/** Tells two secrets apart without giving away either. */
export function secretFingerprint(secret: string): string {
  return createHmac("sha256", secret).update("headwater: fingerprint of the secret").digest("hex");
}

/** The password of the app's role, which nobody has to keep. */
export function appPassword(secret: string, role: string): string {
  return createHmac("sha256", secret)
    .update(`headwater: password of the database role ${role}`)
    .digest("base64url");
}

const iterations = 4096;

/** What PostgreSQL stores for a password (RFC 5803), computed here so that the password itself never stands in a statement or a log. */
export function scramVerifier(password: string): string {
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, iterations, 32, "sha256");
  const clientKey = createHmac("sha256", salted).update("Client Key").digest();
  const storedKey = createHash("sha256").update(clientKey).digest("base64");
  const serverKey = createHmac("sha256", salted).update("Server Key").digest("base64");
  return `SCRAM-SHA-256$${iterations}:${salt.toString("base64")}$${storedKey}:${serverKey}`;
}
