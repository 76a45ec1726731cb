/**
 * The one door to the server. Every answer that is not 2xx becomes a `Problem` (RFC 9457) that the
 * page shows.
 */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: string | null;
  constructor(status: number, code: string, title: string, detail: string | null) {
    super(title);
    this.status = status;
    this.code = code;
    this.detail = detail;
  }
}

type Method = "GET" | "POST" | "PUT" | "DELETE";

export async function ask<Answer>(method: Method, path: string, body?: unknown): Promise<Answer> {
  const response = await fetch(`/console/api${path}`, {
    method,
    headers: {
      accept: "application/json",
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (response.ok) return (text === "" ? undefined : JSON.parse(text)) as Answer;
  throw problemOf(response.status, text);
}

function problemOf(status: number, text: string): Problem {
  let told: { code?: string; title?: string; detail?: string } = {};
  if (text.startsWith("{")) told = JSON.parse(text);
  const title = told.title ?? `The server answered ${status}.`;
  return new Problem(status, told.code ?? "http.unknown", title, told.detail ?? null);
}
