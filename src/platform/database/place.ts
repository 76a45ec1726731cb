import { createHash } from "node:crypto";
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  mkdirSync,
  readFileSync,
  statSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

/** The ordinary user that PostgreSQL runs under when we are root, for it refuses to run as root. */
export type ServiceUser = { readonly name: string; readonly uid: number; readonly gid: number };

export type Place = {
  /** Folder of everything that belongs to the database. */
  readonly folder: string;
  readonly data: string;
  readonly runtime: string;
  readonly log: string;
  /** Folder of the socket: short, for a socket's path may have 100 bytes only. */
  readonly socket: string;
  readonly user: ServiceUser | null;
  /** Said at start, where the database could not be kept in the data folder. */
  readonly moved: string | null;
};

const SOCKET_PATH_BYTES_MAX = 100;

/**
 * Decides where the embedded database lives: in the data folder, or under `/var/lib/fairnotice`
 * when the ordinary user that it must run under cannot reach the data folder (a clone below a
 * folder of mode 0700).
 */
export function findPlace(dataFolder: string): Place {
  const wanted = resolve(dataFolder);
  const user = process.getuid?.() === 0 ? serviceUser() : null;
  const reachable = user === null || isReachable(wanted, user);
  const folder = reachable ? wanted : join("/var/lib/fairnotice", shortName(wanted));
  const place: Place = {
    folder,
    data: join(folder, "postgresql"),
    runtime: join(folder, "runtime"),
    log: join(folder, "postgresql.log"),
    socket: socketFolder(folder),
    user,
    moved: reachable ? null : folder,
  };
  if (!reachable) makePassable("/var/lib/fairnotice");
  mkdirSync(place.folder, { recursive: true, mode: 0o700 });
  mkdirSync(place.runtime, { recursive: true, mode: 0o755 });
  mkdirSync(place.socket, { recursive: true, mode: 0o700 });
  if (user !== null) {
    // The parent stays ours but passable; what is the database's own belongs to its user.
    chmodSync(place.folder, 0o711);
    for (const own of [place.runtime, place.socket]) chownSync(own, user.uid, user.gid);
  }
  return place;
}

/** The service user goes through it to its own folders, and sees nothing of the others. */
function makePassable(folder: string): void {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o711);
}

function socketFolder(folder: string): string {
  const near = join(folder, "socket");
  const longest = join(near, ".s.PGSQL.5432.lock");
  if (Buffer.byteLength(longest) < SOCKET_PATH_BYTES_MAX) return near;
  return join("/tmp", `fairnotice-${shortName(folder).slice(-16)}`);
}

function shortName(path: string): string {
  const hash = createHash("sha256").update(path).digest("hex").slice(0, 12);
  return `${basename(dirname(path))}-${hash}`.replace(/[^A-Za-z0-9-]/g, "_");
}

function serviceUser(): ServiceUser {
  const lines = readFileSync("/etc/passwd", "utf8").split("\n");
  for (const wanted of ["fairnotice", "postgres", "nobody"]) {
    const line = lines.find((each) => each.startsWith(`${wanted}:`));
    if (line === undefined) continue;
    const [name = wanted, , uid, gid] = line.split(":");
    return { name, uid: Number(uid), gid: Number(gid) };
  }
  throw new Error(
    "PostgreSQL does not run as root: make a user `fairnotice` (useradd --system fairnotice)",
  );
}

/** Whether the user may pass through every folder above and into the path, as far as it exists. */
function isReachable(path: string, user: ServiceUser): boolean {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    try {
      const { mode, uid, gid } = statSync(folder);
      const shift = uid === user.uid ? 6 : gid === user.gid ? 3 : 0;
      if (((mode >> shift) & 1) === 0) return false;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    }
    if (folder === dirname(folder)) return true;
  }
}

/** Whether this process may write there; a read-only data folder is told before anything starts. */
export function assertWritable(folder: string): void {
  try {
    accessSync(folder, constants.W_OK);
  } catch (cause) {
    throw new Error(`the data folder ${folder} cannot be written by this user`, { cause });
  }
}
