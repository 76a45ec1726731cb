import type { Controller, Notice } from "./notice.ts";

/**
 * The controller that speaks in the notice: the one with the role `controller`, of which there is
 * exactly one.
 */
export function mainController(notice: Notice): Controller | undefined {
  return [...notice.controllers.values()].find(({ role }) => role === "controller");
}
