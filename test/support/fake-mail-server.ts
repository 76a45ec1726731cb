import { createServer, type Socket } from "node:net";

/** What the server does when it reads a command, or the end of a message (`.`). */
export type Answer = string | "drop" | "silence";

export type Handed = {
  readonly from: string;
  readonly to: string;
  /** The bytes of the message as they came over the wire, dots unstuffed. */
  readonly raw: string;
};

export type FakeMailServer = {
  readonly port: number;
  /** Every `MAIL FROM` line, with the time (epoch milliseconds) at which it was read. */
  readonly begun: { readonly line: string; readonly at: number }[];
  /** What the server said 250 to. */
  readonly handed: Handed[];
  connections(): number;
  /** Replaces the answers from now on; `null` takes the friendly ones again. */
  answer(given: ((command: string) => Answer | null) | null): void;
  /** Lets every answer wait from now on. */
  delay(ms: () => number): void;
  close(): Promise<void>;
};

const FRIENDLY: { readonly [verb: string]: string } = {
  MAIL: "250 2.1.0 ok",
  RCPT: "250 2.1.5 ok",
  DATA: "354 go on",
  RSET: "250 2.0.0 ok",
  ".": "250 2.0.0 taken",
};

/** A mail server that does as it is told, for tests of what a sender does then. */
export async function startFakeMailServer(
  hello = "250-fake\r\n250-ENHANCEDSTATUSCODES\r\n250 SIZE 10000000",
): Promise<FakeMailServer> {
  const begun: FakeMailServer["begun"] = [];
  const handed: Handed[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  let answers: ((command: string) => Answer | null) | null = null;
  let delayMs = () => 0;
  const server = createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => socket.destroy());
    socket.write("220 fake ESMTP\r\n");
    converse(
      socket,
      (command) => {
        if (command.startsWith("MAIL ")) begun.push({ line: command, at: Date.now() });
        const verb = command.split(" ")[0]?.toUpperCase() ?? "";
        const told = answers?.(command) ?? null;
        if (told !== null) return told;
        if (verb === "EHLO") return hello;
        return FRIENDLY[verb] ?? "250 ok";
      },
      handed,
      () => delayMs(),
    );
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : 0,
    begun,
    handed,
    connections: () => connections,
    answer(given) {
      answers = given;
    },
    delay(ms) {
      delayMs = ms;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((done) => server.close(() => done()));
    },
  };
}

function converse(
  socket: Socket,
  answer: (command: string) => Answer,
  handed: Handed[],
  delayMs: () => number,
): void {
  let buffer = "";
  let inData = false;
  let body = "";
  let from = "";
  let to = "";
  const reply = (told: Answer): boolean => {
    if (told === "drop") socket.destroy();
    else if (told !== "silence") later(delayMs(), () => socket.write(`${told}\r\n`));
    return told !== "drop";
  };
  socket.on("data", (chunk) => {
    buffer += chunk.toString("latin1");
    for (let end = buffer.indexOf("\r\n"); end >= 0; end = buffer.indexOf("\r\n")) {
      const line = buffer.slice(0, end);
      buffer = buffer.slice(end + 2);
      if (inData && line !== ".") {
        body += `${line.replace(/^\./, "")}\r\n`;
        continue;
      }
      if (inData) {
        inData = false;
        const told = answer(".");
        if (told.startsWith("2")) handed.push({ from, to, raw: body });
        body = "";
        if (!reply(told)) return;
        continue;
      }
      if (line.startsWith("MAIL ")) from = /<(.*?)>/.exec(line)?.[1] ?? "";
      if (line.startsWith("RCPT ")) to = /<(.*?)>/.exec(line)?.[1] ?? "";
      if (line === "QUIT") {
        socket.end("221 bye\r\n");
        return;
      }
      const told = answer(line);
      if (line === "DATA" && told.startsWith("3")) inData = true;
      if (!reply(told)) return;
    }
  });
}

function later(ms: number, write: () => void): void {
  if (ms === 0) write();
  else setTimeout(write, ms);
}
