import { PassThrough } from "node:stream";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import {
  type Delivery,
  deliveryOf,
  type Envelope,
  type HandOver,
  type HandOverError,
  LineDown,
} from "./delivery.ts";
import type { OutgoingSettings } from "./outgoing-settings.ts";

/** One connection to a mail server. */
export type Wire = {
  send(envelope: Envelope, raw: Uint8Array, handOver: HandOver): Promise<Delivery>;
  usable(): boolean;
  close(): void;
};

/** Connects, greets, begins TLS and signs in. @throws LineDown */
export async function openWire(settings: OutgoingSettings): Promise<Wire> {
  const connection = new SMTPConnection({
    host: settings.host,
    port: settings.port,
    secure: settings.secure,
    requireTLS: settings.requireTls,
    name: settings.name,
    connectionTimeout: settings.connectMsMax,
    greetingTimeout: settings.connectMsMax,
    dnsTimeout: settings.connectMsMax,
    socketTimeout: settings.replyMsMax,
    socketCloseTimeout: 1_000,
    maxResponseSize: 64 * 1024,
    allowInternalNetworkInterfaces: true,
  });
  let alive = true;
  const ended = () => {
    alive = false;
  };
  connection.once("end", ended);
  // An error outside a conversation (the server hung up while we were idle) only makes the wire
  // unusable.
  connection.on("error", ended);
  await greeted(connection, settings);
  return wireOver(connection, settings, () => alive);
}

async function greeted(connection: SMTPConnection, settings: OutgoingSettings): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const fail = (error: HandOverError) => reject(new LineDown(error.code ?? "unknown"));
  connection.once("error", fail);
  connection.once("end", () => fail({ code: "ECONNECTION" }));
  connection.connect((error) => {
    if (error) return fail(error);
    if (settings.login === null) return resolve();
    connection.login(settings.login, (refused) => (refused ? fail(refused) : resolve()));
  });
  try {
    await promise;
  } catch (error) {
    connection.close();
    throw error;
  }
}

function wireOver(
  connection: SMTPConnection,
  settings: OutgoingSettings,
  alive: () => boolean,
): Wire {
  let sent = 0;
  let usedAt = performance.now();
  let spoilt = false;
  return {
    async send(envelope, raw, handOver) {
      sent += 1;
      const delivery = await converse(connection, envelope, raw, handOver);
      usedAt = performance.now();
      if (delivery.outcome === "refused") spoilt = !(await reset(connection));
      else spoilt = delivery.outcome === "unreached" || delivery.outcome === "unknown";
      return delivery;
    },
    usable() {
      const fresh = performance.now() - usedAt < settings.idleMsMax;
      return alive() && !spoilt && fresh && sent < settings.messagesPerLineMax;
    },
    close() {
      if (alive() && !spoilt) connection.quit();
      else connection.close();
    },
  };
}

function converse(
  connection: SMTPConnection,
  envelope: Envelope,
  raw: Uint8Array,
  handOver: HandOver,
): Promise<Delivery> {
  const { promise, resolve } = Promise.withResolvers<Delivery>();
  const body = new Body();
  const broken = (error: HandOverError) => resolve(deliveryOf(error, body.begun));
  body.end(raw);
  if (!handOver.mayBegin()) return Promise.resolve({ outcome: "not-begun" });
  const deadline = setTimeout(() => {
    broken({ code: "ETIMEDOUT" });
    connection.close();
  }, handOver.msMax);
  connection.once("error", broken);
  const ended = () => broken({ code: "ECONNECTION" });
  connection.once("end", ended);
  // `send` writes MAIL FROM before it returns.
  connection.send({ from: envelope.from, to: [envelope.to], size: raw.length }, body, (error) => {
    if (error) broken(error);
    else resolve({ outcome: "accepted" });
  });
  handOver.onBegun?.();
  return promise.finally(() => {
    clearTimeout(deadline);
    connection.off("error", broken);
    connection.off("end", ended);
    body.destroy();
  });
}

/**
 * The client pipes the body only after the server took the envelope: from then on it may have the
 * message.
 */
class Body extends PassThrough {
  begun = false;
  override pipe<T extends NodeJS.WritableStream>(to: T, options?: { end?: boolean }): T {
    this.begun = true;
    return super.pipe(to, options);
  }
}

/** Ends a refused conversation so that the next one starts clean; false: hang up instead. */
function reset(connection: SMTPConnection): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const gone = () => resolve(false);
  connection.once("error", gone);
  connection.once("end", gone);
  connection.reset((error) => resolve(!error));
  return promise.finally(() => {
    connection.off("error", gone);
    connection.off("end", gone);
  });
}
