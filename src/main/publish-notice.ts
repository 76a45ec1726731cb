import { formatFindings } from "#core/notice/finding";
import type { House } from "#edges/house";
import { type LoadedNotice, loadNotice } from "#edges/notice-files/load-notice";
import { Refusal } from "#kit/refusal";

export type Published =
  | { readonly state: "published" | "unchanged"; readonly version: number }
  /** The manifest on the disk is not in force; what was in force before still is. */
  | { readonly state: "kept"; readonly version: number; readonly why: string }
  | { readonly state: "none"; readonly why: string };

/**
 * Brings the manifest on the disk into force at start. One that is wrong, or goes back, changes
 * nothing: the old version stays in force and the reason is told with file, line and column.
 */
export async function publishNotice(house: House): Promise<Published> {
  const loaded: LoadedNotice = await loadNotice(house.config.notice);
  const inForce = await house.inTransaction((tx) => house.notices.versionInForce(tx));
  const keep = (why: string): Published =>
    inForce === null ? { state: "none", why } : { state: "kept", version: inForce, why };
  const { notice, source, fileName, findings } = loaded;
  if (notice === null) return keep(formatFindings(findings));
  const heads = await house.inTransaction((tx) => house.notices.heads(tx));
  const older = heads.slice(0, -1).find(({ hash }) => hash === notice.hash);
  if (older !== undefined) {
    const newest = heads.at(-1)?.version;
    return keep(
      `It is version ${older.version}, which was published before; version ${newest} followed it. ` +
        `Take the newer text from the console (versions, source) to go on from it here.`,
    );
  }
  try {
    const version = await house.inTransaction((tx) =>
      house.notices.publish(tx, notice, source, fileName),
    );
    return { state: "published", version };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === "notice.no_change" && inForce !== null)
      return { state: "unchanged", version: inForce };
    return keep(`${error.title}${adviceFor(error)} (${error.code})`);
  }
}

/** What to write, where the refusal says it in numbers. */
function adviceFor({ code, params }: Refusal): string {
  if (code !== "notice.wrong_version") return "";
  return ` It differs from the one in force: give it \`version: ${params.expected}\`.`;
}
