/** Whether the connection came over the loopback network of this machine. */
export function isLoopback(address: string): boolean {
  const plain = address.replace(/^::ffff:/i, "");
  return plain === "::1" || plain === "localhost" || plain.startsWith("127.");
}
