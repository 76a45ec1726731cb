import { randomUUID } from "node:crypto";

/** What a page of the demo site and a browser do over HTTP, without a browser. */
export type Answer = { readonly status: number; readonly code: string; readonly body: string };

type Banner = {
  readonly noticeVersion: number;
  readonly language: string;
  readonly purposes: readonly { readonly id: string; readonly wording: string }[];
};

export async function bannerOf(baseUrl: string): Promise<Banner> {
  const answer = await fetch(`${baseUrl}/v1/banner`);
  if (answer.status !== 200) throw new Error(`no banner: ${answer.status}`);
  return (await answer.json()) as Banner;
}

/** A choice as the banner sends it. @returns the receipts that were promised, or the refusal. */
export async function choose(
  baseUrl: string,
  banner: Banner,
  act: "grant" | "refusal",
  changed: { readonly purpose?: string; readonly extra?: object } = {},
): Promise<Answer & { readonly receipts: readonly string[] }> {
  const acts = banner.purposes.map(({ id, wording }) => ({
    purpose: changed.purpose ?? id,
    ...{ act, wording },
  }));
  const { noticeVersion, language } = banner;
  const body = { noticeVersion, language, acts, device: "", signal: false, ...changed.extra };
  const answer = await fetch(`${baseUrl}/v1/choices`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: baseUrl },
    body: JSON.stringify(body),
  });
  const told = await readAnswer(answer);
  const receipts = answer.status === 201 ? (JSON.parse(told.body).receipts as string[]) : [];
  return { ...told, receipts };
}

/** The newsletter form of the first page, filled in; `extra` fields come on top. */
export async function sendForm(
  baseUrl: string,
  email: string,
  extra: { readonly [name: string]: string } = {},
): Promise<Answer> {
  const page = await (await fetch(`${baseUrl}/`)).text();
  const action = /<form method="post" action="(\/v1\/forms\/[a-z-]+)"/.exec(page)?.[1];
  const fields = new URLSearchParams();
  for (const [, name = "", value = ""] of page.matchAll(
    /<input type="hidden" name="(_[a-z]+)" value="([^"]*)"/g,
  )) {
    fields.set(name, value);
  }
  fields.set("email", email);
  fields.set("_key", randomUUID());
  for (const [name, value] of Object.entries(extra)) fields.set(name, value);
  const answer = await fetch(`${baseUrl}${action ?? "/v1/forms/newsletter"}`, {
    method: "POST",
    headers: { origin: baseUrl, accept: "application/json" },
    body: fields,
    redirect: "manual",
  });
  return readAnswer(answer);
}

async function readAnswer(answer: Response): Promise<Answer> {
  const body = await answer.text();
  const isProblem = answer.headers.get("content-type")?.includes("problem+json") ?? false;
  return {
    status: answer.status,
    code: isProblem ? (JSON.parse(body).code as string) : "",
    body,
  };
}
