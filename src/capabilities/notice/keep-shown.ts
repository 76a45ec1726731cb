import { createHash } from "node:crypto";
import type { Tx } from "#platform/database/database";
import { insertShown, type ShownPlace } from "./shown-store.ts";

/** Keeps a text under the SHA-256 of its bytes. @returns the hash in hex. */
export async function keepBytes(
  tx: Tx,
  place: ShownPlace,
  text: string,
  at: Date,
): Promise<string> {
  const bytes = Buffer.from(text, "utf8");
  const sha256 = createHash("sha256").update(bytes).digest();
  await insertShown(tx, { ...place, sha256, bytes, at });
  return sha256.toString("hex");
}
