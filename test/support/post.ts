import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createTransport } from "nodemailer";
import { type Letter, readLetter } from "#platform/smtp/letter";

const WAIT_MS_MAX = 20_000;
const LOOK_MS = 50;

/** Null for a letter that went meanwhile: with a person go their letters. */
function bytesOf(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

export type Post = {
  /** Every letter there is, oldest first. */
  all(): Promise<readonly Letter[]>;
  /** Every letter to an address, oldest first. */
  to(email: string): Promise<readonly Letter[]>;
  /** Waits for the n-th letter to an address whose subject fits. */
  letter(email: string, subject: RegExp): Promise<Letter>;
};

/**
 * The development mailbox of a running product, read from its folder: what was handed over by SMTP,
 * byte for byte.
 */
export function postOf(data: string): Post {
  const folder = join(data, "mailbox");
  const all = async () => {
    const names = readdirSync(folder).filter((name) => name.endsWith(".eml"));
    const letters = names.sort().flatMap((name) => {
      const bytes = bytesOf(join(folder, name));
      return bytes === null ? [] : [readLetter(name, bytes, 0)];
    });
    return Promise.all(letters);
  };
  const to = async (email: string) => (await all()).filter((letter) => letter.to === email);
  return {
    all,
    to,
    async letter(email, subject) {
      const until = Date.now() + WAIT_MS_MAX;
      for (;;) {
        const found = (await to(email)).find((letter) => subject.test(letter.subject));
        if (found !== undefined) return found;
        if (Date.now() > until) throw new Error(`no letter ${subject} came to ${email}`);
        await sleep(LOOK_MS);
      }
    },
  };
}

export function headerOf(letter: Letter, name: string): string {
  return letter.headers.find(([each]) => each === name.toLowerCase())?.[1] ?? "";
}

/** Sends a mail as a reader's own program does. @returns the server's answer. */
export async function sendMail(
  port: number,
  mail: {
    readonly from: string;
    readonly to: string;
    readonly subject: string;
    readonly text: string;
  },
): Promise<string> {
  const transport = createTransport({ host: "127.0.0.1", port, ignoreTLS: true });
  try {
    return (await transport.sendMail(mail)).response;
  } finally {
    transport.close();
  }
}
