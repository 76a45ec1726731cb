import type { NoticeLaw } from "#core/law/notice-items";
import { during, type Items } from "./dated.ts";

/**
 * CAN-SPAM: a valid postal address and a way out in each commercial message, to businesses too; and
 * the Federal Trade Commission's act on deception, by which a notice is held to its word.
 */
export function federalItems(): Items {
  const { error } = during({ from: "2004-01-01", until: null, confirmed: false });
  return {
    "marketing-sender": error("15 USC 7704(a)(5)(A)(iii)"),
    "marketing-objection": error("15 USC 7704(a)(3)"),
  };
}

export const usNotice: NoticeLaw = {
  regime: "us",
  transfers: null,
  territory: ["US"],
  items: {
    ...federalItems(),
    truthful: during({ from: "2004-01-01", until: null, confirmed: false }).error("FTC Act s. 5"),
  },
};
