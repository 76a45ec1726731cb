import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  type ArrivedMail,
  INCOMING_LIMITS,
  type Incoming,
  type IncomingLimits,
  listenForMail,
} from "./incoming.ts";
import { type Letter, readLetter } from "./letter.ts";

/** How many letters a mailbox keeps where nothing else is said. */
export const MAILBOX_LETTERS_MAX = 2_000;

/** The one sender is the product itself, so only size and number of clients are bounded. */
const LIMITS: IncomingLimits = {
  ...INCOMING_LIMITS,
  messagesMax: Number.MAX_SAFE_INTEGER,
  connectionsPerMinuteMax: Number.MAX_SAFE_INTEGER,
  messagesPerMinuteMax: Number.MAX_SAFE_INTEGER,
};

const NAME = /^(\d{15})-([0-9a-f]{12})\.eml$/;

const MESSAGE_ID = /^message-id:\s*<([^@>\s]+)@/im;
/** Our own header fields end well before. */
const HEADERS_READ = 16 * 1024;

export type Mailbox = {
  /** Where the queue sends to. */
  readonly port: number;
  /** Newest first. @param sizeMax at most so many, and never more than 200. */
  listLetters(sizeMax?: number): Promise<readonly Letter[]>;
  readLetter(id: string): Promise<Letter | null>;
  deleteLetter(id: string): Promise<boolean>;
  /** Deletes every letter of these messages. @param messageIds local parts of `Message-ID`s. */
  deleteMessages(messageIds: readonly string[]): Promise<void>;
  count(): Promise<number>;
  close(): Promise<void>;
};

/**
 * The development mailbox: a mail server on loopback, inside the product, that keeps every letter
 * as a file. It stands in for all the mailboxes of the world while no mail server is configured, so
 * that what is sent can be read, and nothing leaves the machine.
 * @param folder made when missing, readable by its owner alone.
 */
export async function openMailbox(settings: {
  readonly folder: string;
  readonly port: number;
  /** Past it the oldest letters go. */
  readonly lettersMax: number;
  readonly clock: () => number;
  /** Twelve hexadecimal digits, for letters of the same millisecond. */
  readonly newSuffix: () => string;
  readonly onError: (error: Error) => void;
}): Promise<Mailbox> {
  const { folder, clock } = settings;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  let known = (await names(folder)).length;
  const lettersOf = openIndex(folder);

  const keep = async ({ raw }: ArrivedMail): Promise<void> => {
    const id = `${String(clock()).padStart(15, "0")}-${settings.newSuffix()}`;
    // Under its final name there is only ever a whole letter.
    await writeFile(join(folder, `${id}.part`), raw, { mode: 0o600, flag: "wx" });
    await rename(join(folder, `${id}.part`), join(folder, `${id}.eml`));
    await lettersOf.add(`${id}.eml`, raw);
    known += 1;
    if (known > settings.lettersMax) known = await dropOldest(folder, settings.lettersMax);
  };
  const server: Incoming = await listenForMail({
    host: "127.0.0.1",
    port: settings.port,
    name: "mailbox.localhost",
    limits: LIMITS,
    accepts: () => true,
    deliver: keep,
    onError: settings.onError,
  });
  const read = async (id: string): Promise<Letter | null> => {
    const at = NAME.exec(`${id}.eml`)?.[1];
    if (at === undefined) return null;
    const raw = await fileOrNull(join(folder, `${id}.eml`));
    return raw === null ? null : readLetter(id, raw, Number(at));
  };
  return {
    port: server.port,
    async listLetters(sizeMax = 200) {
      const newest = (await names(folder)).reverse().slice(0, Math.min(sizeMax, 200));
      const letters = await Promise.all(newest.map((name) => read(name.slice(0, -4))));
      return letters.filter((letter) => letter !== null);
    },
    readLetter: read,
    async deleteLetter(id) {
      if (!NAME.test(`${id}.eml`)) return false;
      await rm(join(folder, `${id}.eml`), { force: true });
      known = (await names(folder)).length;
      return true;
    },
    async deleteMessages(messageIds) {
      for (const name of await lettersOf.take(messageIds)) {
        await rm(join(folder, name), { force: true });
      }
      known = (await names(folder)).length;
    },
    count: async () => (await names(folder)).length,
    close: () => server.close(),
  };
}

/**
 * Which files are letters of which message. Read from the folder when it is first asked, for most
 * mailboxes never are.
 */
function openIndex(folder: string) {
  let read: Promise<Map<string, string[]>> | null = null;
  const put = (index: Map<string, string[]>, name: string, raw: Buffer) => {
    const id = MESSAGE_ID.exec(raw.toString("latin1", 0, HEADERS_READ))?.[1];
    if (id !== undefined) index.set(id, [...(index.get(id) ?? []), name]);
  };
  const readAll = async () => {
    const index = new Map<string, string[]>();
    for (const name of await names(folder)) {
      const raw = await fileOrNull(join(folder, name));
      if (raw !== null) put(index, name, raw);
    }
    return index;
  };
  return {
    async add(name: string, raw: Buffer): Promise<void> {
      if (read !== null) put(await read, name, raw);
    },
    async take(messageIds: readonly string[]): Promise<readonly string[]> {
      read ??= readAll();
      const index = await read;
      return messageIds.flatMap((id) => {
        const found = index.get(id) ?? [];
        index.delete(id);
        return found;
      });
    },
  };
}

async function names(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => NAME.test(name)).sort();
}

async function dropOldest(folder: string, lettersMax: number): Promise<number> {
  const all = await names(folder);
  // Some at a time, so that the folder is not read for every letter.
  const old = all.slice(0, Math.max(0, all.length - Math.floor(lettersMax * 0.95)));
  for (const name of old) await rm(join(folder, name), { force: true });
  return all.length - old.length;
}

async function fileOrNull(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
