import { createContext, use } from "react";
import type { Session } from "../types.ts";

export const SessionContext = createContext<Session | null>(null);

/** The signed-in colleague. Pages are only shown with one. */
export function useSession(): Session {
  const session = use(SessionContext);
  if (session === null) throw new Error("a page was shown without a session");
  return session;
}
