import { randomUUID } from "node:crypto";
import type { Post } from "#test/support/post";

/** Somebody with a mailbox in front of the public doors of a running product, without a browser. */
export type Person = {
  /** Fills in the form that stands on a page of the demo site. */
  sends(path: string, fields: { readonly [name: string]: string }): Promise<Response>;
  /** Waits for the newest mail whose link goes there, and gives the link. */
  link(part: string): Promise<string>;
  /** Asks under `/rights`, follows the proof. @returns the address of the request's own page. */
  asks(kind: string, message?: string): Promise<string>;
  /** As `asks`, without following the proof. @returns the link that would prove the address. */
  begins(kind: string, message?: string): Promise<string>;
};

export const asPerson = { accept: "text/html", "accept-language": "en" } as const;

/** Posts as a page of the product does. */
export function press(
  url: string,
  fields: { readonly [name: string]: string } = {},
): Promise<Response> {
  return fetch(url, {
    method: "POST",
    headers: { ...asPerson, origin: new URL(url).origin },
    body: new URLSearchParams(fields),
    redirect: "manual",
  });
}

/** The hidden fields of the form that stands on a page, with a key of its own. */
export async function hiddenFields(url: string): Promise<{
  readonly action: string;
  readonly fields: { readonly [name: string]: string };
}> {
  const page = await (await fetch(url, { headers: asPerson })).text();
  const action = /<form method="post" action="(\/v1\/forms\/[a-z-]+)"/.exec(page)?.[1] ?? "";
  const hidden = page.matchAll(/<input type="hidden" name="(_[a-z]+)" value="([^"]*)"/g);
  const fields = Object.fromEntries([...hidden].map(([, name, value]) => [name, value]));
  return { action, fields: { ...fields, _key: randomUUID() } };
}

export function personAt(baseUrl: string, post: Post, email: string): Person {
  const link = async (part: string) => {
    for (let look = 0; look < 400; look += 1) {
      const links = (await post.to(email)).flatMap((letter) => letter.links);
      const found = links.findLast((each) => each.includes(part) && !used.has(each));
      if (found !== undefined) return found;
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error(`no link ${part} came to ${email}`);
  };
  const used = new Set<string>();
  const begins = async (kind: string, message = "") => {
    const known = (await post.to(email)).flatMap((letter) => letter.links);
    for (const each of known) if (each.includes("/rights/prove/")) used.add(each);
    const page = await (await fetch(`${baseUrl}/rights`, { headers: asPerson })).text();
    const key = /name="key" value="([^"]+)"/.exec(page)?.[1] ?? randomUUID();
    const answer = await press(`${baseUrl}/rights`, { kind, email, message, key });
    if (answer.status >= 400) throw new Error(`/rights answered ${answer.status}`);
    return link("/rights/prove/");
  };
  return {
    async sends(path, given) {
      const { action, fields } = await hiddenFields(baseUrl + path);
      return press(baseUrl + action, { ...fields, email, ...given });
    },
    link,
    begins,
    async asks(kind, message) {
      const answer = await press(await begins(kind, message));
      if (answer.status !== 303) throw new Error(`the proof answered ${answer.status}`);
      return new URL(answer.headers.get("location") ?? "", baseUrl).href;
    },
  };
}

/** Makes the first owner by the printed link. @returns the cookie of their session. */
export async function signUp(baseUrl: string, ownerLink: string | null): Promise<string> {
  const token = ownerLink?.split("#")[1] ?? "";
  const joined = await fetch(`${baseUrl}/console/api/invitations/accept`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: baseUrl },
    body: JSON.stringify({
      ...{ token, name: "Olga", email: "olga@northlight.example" },
      password: "correct horse battery staple",
    }),
  });
  if (joined.status !== 204) throw new Error(`joining answered ${joined.status}`);
  return (joined.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
}
