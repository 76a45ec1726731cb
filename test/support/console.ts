/** A colleague at the console, over HTTP: an account of their own and its session. */
export type Console = {
  readonly cookie: string;
  get(path: string): Promise<Reply>;
  send(method: "POST" | "PUT", path: string, body?: unknown): Promise<Reply>;
};

export type Reply = {
  readonly status: number;
  readonly code: string;
  /** The answer's document; whoever asked knows its shape. */
  // biome-ignore lint/suspicious/noExplicitAny: the tests read what they assert.
  readonly body: any;
};

const PASSWORD = "correct horse battery staple";

/** Takes up the first owner's link. */
export async function joinOwner(baseUrl: string, link: string): Promise<Console> {
  return join(baseUrl, link, { name: "Olive Owner", email: "olive@northlight.example" });
}

/** Invites a colleague and takes up their link. */
export async function joinAs(
  baseUrl: string,
  owner: Console,
  role: string,
  name: string,
): Promise<Console> {
  const email = `${name.toLowerCase()}@northlight.example`;
  const invited = await owner.send("POST", "/staff/invitations", { email, role });
  if (invited.status !== 200) throw new Error(`not invited: ${JSON.stringify(invited)}`);
  return join(baseUrl, invited.body.link, { name });
}

async function join(
  baseUrl: string,
  link: string,
  who: { readonly name: string; readonly email?: string },
): Promise<Console> {
  const token = link.slice(link.indexOf("#") + 1);
  const answer = await fetch(`${baseUrl}/console/api/invitations/accept`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: baseUrl },
    body: JSON.stringify({ token, password: PASSWORD, ...who }),
  });
  if (answer.status !== 204) throw new Error(`not joined: ${await answer.text()}`);
  const cookie = (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  return consoleAt(baseUrl, cookie);
}

/** The same session at another address, after a restart. */
export function consoleAt(baseUrl: string, cookie: string): Console {
  const ask = async (method: string, path: string, body?: unknown): Promise<Reply> => {
    const answer = await fetch(`${baseUrl}/console/api${path}`, {
      method,
      headers: {
        ...{ cookie, origin: baseUrl },
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    const isJson = answer.headers.get("content-type")?.includes("json") ?? false;
    const read = isJson ? JSON.parse(text) : text;
    return { status: answer.status, code: isJson ? (read.code ?? "") : "", body: read };
  };
  return {
    cookie,
    get: (path) => ask("GET", path),
    send: (method, path, body) => ask(method, path, body),
  };
}

/** Writes, reviews and publishes a text at once, as two colleagues do. @returns the draft. */
export async function publishText(
  author: Console,
  reviewer: Console,
  source: string,
  at: string | null = null,
): Promise<Reply> {
  const made = await author.send("POST", "/notice/drafts", { source });
  const { id, sha256 } = made.body;
  await author.send("POST", `/notice/drafts/${id}/submit`, { sha256 });
  const verdict = { sha256, verdict: "approve", note: "" };
  const reviewed = await reviewer.send("POST", `/notice/drafts/${id}/review`, verdict);
  if (reviewed.body.state !== "approved") return reviewed;
  return reviewer.send("POST", `/notice/drafts/${id}/schedule`, { sha256, at });
}
