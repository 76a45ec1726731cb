import { assert } from "#kit/assert";
import type { Delivery, Envelope, HandOver } from "./delivery.ts";
import type { OutgoingSettings } from "./outgoing-settings.ts";
import { openWire, type Wire } from "./wire.ts";

/** A connection that is greeted, signed in and ours until `release`. */
export type Line = {
  send(envelope: Envelope, raw: Uint8Array, handOver: HandOver): Promise<Delivery>;
  release(): void;
};

export type Outgoing = {
  readonly linesMax: number;
  /** Waits for a free connection, or opens one. @throws LineDown */
  line(): Promise<Line>;
  /** Opens, greets and signs in, and hangs up: for the check of the settings. @throws LineDown */
  probe(): Promise<void>;
  /** Waits for the lines that are taken, then hangs up. */
  close(): Promise<void>;
};

/**
 * A bounded pool of connections to one mail server. It sits on the client's connection rather than
 * on its transport, because a caller must know the moment of `MAIL FROM`, and whether a broken
 * conversation can have delivered.
 */
export function openOutgoing(settings: OutgoingSettings): Outgoing {
  const idle: Wire[] = [];
  const waiting: (() => void)[] = [];
  let taken = 0;
  let closed = false;

  const acquire = async (): Promise<Wire> => {
    while (taken >= settings.linesMax) await new Promise<void>((go) => waiting.push(go));
    taken += 1;
    for (let wire = idle.pop(); wire !== undefined; wire = idle.pop()) {
      if (wire.usable()) return wire;
      wire.close();
    }
    try {
      return await openWire(settings);
    } catch (error) {
      free();
      throw error;
    }
  };
  const free = () => {
    taken -= 1;
    waiting.shift()?.();
  };
  const release = (wire: Wire) => {
    if (!closed && wire.usable()) idle.push(wire);
    else wire.close();
    free();
  };
  return {
    linesMax: settings.linesMax,
    async line() {
      assert(!closed, "a line is not asked for after the pool was closed");
      const wire = await acquire();
      let released = false;
      return {
        send: (envelope, raw, handOver) => wire.send(envelope, raw, handOver),
        release() {
          assert(!released, "a line is released once");
          released = true;
          release(wire);
        },
      };
    },
    async probe() {
      (await openWire(settings)).close();
    },
    async close() {
      closed = true;
      for (const wire of idle.splice(0)) wire.close();
      while (taken > 0) await new Promise<void>((go) => waiting.push(go));
    },
  };
}
