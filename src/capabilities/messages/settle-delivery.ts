import type { Delivery } from "#platform/smtp/delivery";
import type { Ending } from "./claim-store.ts";

export type Settled = Pick<Ending, "state" | "outcome" | "pauseMs" | "mayHaveArrived">;

/**
 * What becomes of a message after an attempt.
 *
 * Marketing goes out at most once: where nobody knows whether the server has it, it is `ambiguous`
 * and stays so. Everything else goes out at least once: it is tried again, as a repeat.
 * @param attempts how often it was begun, this time included.
 * @param pausesMs pauses after the first, second, ... attempt; past the last the message has
 * failed.
 */
export function settleDelivery(
  delivery: Delivery,
  marketing: boolean,
  attempts: number,
  pausesMs: readonly number[],
): Settled {
  const known = { pauseMs: 0, mayHaveArrived: false };
  switch (delivery.outcome) {
    case "accepted":
      return { ...known, state: "sent", outcome: "accepted" };
    case "not-begun":
      return { ...known, state: "queued", outcome: "not-begun" };
    case "unknown":
      if (marketing) return { ...known, state: "ambiguous", outcome: delivery.reason };
      return { ...again(delivery.reason, attempts, pausesMs), mayHaveArrived: true };
    case "unreached":
      return { ...again(delivery.reason, attempts, pausesMs), mayHaveArrived: false };
    case "refused": {
      const outcome = [delivery.reply, delivery.status].filter((part) => part !== null).join(" ");
      if (delivery.permanent) return { ...known, state: "failed", outcome };
      return { ...again(outcome, attempts, pausesMs), mayHaveArrived: false };
    }
  }
}

function again(outcome: string, attempts: number, pausesMs: readonly number[]) {
  const pauseMs = pausesMs[attempts - 1];
  if (pauseMs === undefined) return { state: "failed", outcome, pauseMs: 0 } as const;
  return { state: "queued", outcome, pauseMs } as const;
}
