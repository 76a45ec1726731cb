import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { Refusal } from "#kit/refusal";
import { httpRefusals } from "./errors.ts";

/**
 * Problem details (RFC 9457). `code` is ours: stable, lowercase, dotted; people and programs may
 * rely on it.
 */
export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail?: string;
  readonly [extension: string]: unknown;
};

export function problem(
  status: number,
  code: string,
  title: string,
  more: { readonly detail?: string; readonly [extension: string]: unknown } = {},
): Problem {
  return { type: `urn:fairnotice:problem:${code}`, title, status, code, ...more };
}

/** Renders a problem as a page for a person, in the house's look and the reader's language. */
export type ErrorPage = (answer: Problem, request: FastifyRequest) => string;

/**
 * Handlers that turn whatever a route threw into an answer: problem details for programs, a page
 * for a person's browser. A refusal keeps its words; a defect is logged and tells the outside
 * nothing.
 */
export function problemHandlers(page: ErrorPage) {
  const send = async (request: FastifyRequest, reply: FastifyReply, answer: Problem) => {
    reply.code(answer.status).header("cache-control", "no-store");
    if (wantsPage(request)) {
      await reply.type("text/html; charset=utf-8").send(page(answer, request));
      return;
    }
    await reply.type("application/problem+json; charset=utf-8").send(JSON.stringify(answer));
  };
  return {
    async onError(error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply) {
      // Whoever hung up hears no answer; a lost connection of theirs is none of the database's.
      if (hasLeft(request)) {
        request.log.info({ event: "http.client_left" });
        await reply.code(400).send();
        return;
      }
      const answer = problemOf(error);
      if (answer.status >= 500) {
        request.log.error({ event: "http.defect", code: answer.code, err: error });
      }
      if (answer.status === 503) reply.header("retry-after", "5");
      await send(request, reply, answer);
    },
    async onNotFound(request: FastifyRequest, reply: FastifyReply) {
      await send(request, reply, declared("http.not_found"));
    },
  };
}

/** The client's connection ended before its request did. */
function hasLeft({ raw }: FastifyRequest): boolean {
  return raw.readableAborted || (raw.destroyed && !raw.complete);
}

/** A browser's navigation says `text/html` first; programs ask for JSON or for anything. */
export function wantsPage(request: FastifyRequest): boolean {
  const accept = request.headers.accept ?? "";
  return accept.includes("text/html") && !accept.includes("application/json");
}

function problemOf(error: FastifyError | Error): Problem {
  if (error instanceof Refusal) {
    return problem(error.status, error.code, error.title, {
      ...(error.detail === undefined ? {} : { detail: error.detail }),
      ...error.params,
    });
  }
  if ("validation" in error && error.validation) {
    return declared("http.invalid", {
      detail: error.message,
      errors: error.validation.slice(0, 20).map((each) => ({
        pointer: each.instancePath,
        message: each.message ?? each.keyword,
        ...(each.keyword === "additionalProperties" ? { unknown: each.params } : {}),
      })),
    });
  }
  if (isDatabaseAway(error)) return declared("database.away");
  const status = "statusCode" in error ? (error.statusCode ?? 500) : 500;
  if (status === 429) return declared("http.too_many");
  if (status === 413) return declared("http.too_large");
  if (status >= 400 && status < 500) return { ...declared("http.bad_request"), status };
  return declared("http.defect");
}

function declared(
  code: keyof typeof httpRefusals.catalogue,
  more: { readonly detail?: string; readonly errors?: unknown } = {},
): Problem {
  const { status, title } = httpRefusals.catalogue[code];
  return problem(status, code, title, more);
}

const AWAY = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ENOENT", "57P01", "57P02", "57P03"]);

/**
 * Connection errors of node-pg and PostgreSQL's own "shutting down" and "cannot connect now" states
 * (class 57P).
 */
export function isDatabaseAway(error: Error): boolean {
  const code = "code" in error ? String(error.code) : "";
  if (AWAY.has(code)) return true;
  return /connection (terminated|timeout)|timeout exceeded when trying to connect/i.test(
    error.message,
  );
}
