import { type Token, tokensOf } from "./html-tokens.ts";

export type FoundField = {
  readonly name: string;
  readonly label: string;
  /** `type` of an input, or `textarea`, `select`. */
  readonly type: string;
  readonly autocomplete: string;
  readonly required: boolean;
  readonly maxLength: number | null;
};

export type FoundForm = { readonly name: string; readonly fields: readonly FoundField[] };

export type FoundPage = {
  readonly name: string | null;
  readonly language: string | null;
  readonly forms: readonly FoundForm[];
  /** Forms without a field that somebody would fill in with data of their own. */
  readonly formsSkipped: number;
  /** Hosts other than the page's own that scripts are loaded from. */
  readonly scriptHosts: readonly string[];
};

const FORMS_MAX = 20;
const FIELDS_MAX = 40;
const TEXT_MAX = 100;

/**
 * What a person fills in. Boxes, buttons, hidden fields, passwords and files are no data that a
 * notice's form could declare.
 */
const FILLED = new Set(["text", "email", "tel", "url", "textarea", "select", "number", "date"]);

/** Reads name, language, forms and script hosts off the markup of a page at `url`. */
export function readPage(html: string, url: URL): FoundPage {
  const reader = new Reader(url);
  for (const token of tokensOf(html)) reader.take(token);
  return reader.page();
}

type OpenLabel = { readonly target: string; text: string };
/**
 * A field, the id that a label may name, and the label round it; their words are complete only at
 * the end of the page.
 */
type OpenField = {
  readonly field: FoundField;
  readonly id: string;
  readonly inside: OpenLabel | null;
};
type OpenForm = { readonly name: string; readonly isSearch: boolean; readonly fields: OpenField[] };

class Reader {
  readonly #url: URL;
  #title = "";
  #inTitle = false;
  #siteName: string | null = null;
  #language: string | null = null;
  #form: OpenForm | null = null;
  #label: OpenLabel | null = null;
  readonly #forms: OpenForm[] = [];
  /** Inside a list of answers or an area of text, words are no label. */
  #isMuted = false;
  readonly #labels = new Map<string, OpenLabel>();
  readonly #hosts = new Set<string>();

  constructor(url: URL) {
    this.#url = url;
  }

  take(token: Token): void {
    if (token.is === "text") {
      if (this.#inTitle) this.#title += token.text;
      if (this.#label !== null && !this.#isMuted) this.#label.text += token.text;
    } else if (token.is === "open") this.#open(token.name, token.attributes);
    else this.#close(token.name);
  }

  page(): FoundPage {
    const filled = this.#forms.filter(({ fields, isSearch }) => fields.length > 0 && !isSearch);
    return {
      name: this.#siteName ?? nameIn(tidy(this.#title)),
      language: this.#language,
      forms: filled.slice(0, FORMS_MAX).map(({ name, fields }) => ({
        name,
        fields: fields.slice(0, FIELDS_MAX).map((field) => this.#labelled(field)),
      })),
      formsSkipped: this.#forms.length - filled.slice(0, FORMS_MAX).length,
      scriptHosts: [...this.#hosts].sort(),
    };
  }

  #open(name: string, attributes: ReadonlyMap<string, string>): void {
    const of = (key: string) => attributes.get(key)?.trim() ?? "";
    switch (name) {
      case "html":
        this.#language = languageIn(of("lang"));
        break;
      case "title":
        this.#inTitle = this.#title === "";
        break;
      case "meta":
        if (of("property") === "og:site_name" && of("content") !== "") {
          this.#siteName = tidy(of("content"));
        }
        break;
      case "script":
        this.#script(of("src"));
        break;
      case "form":
        this.#form = openForm(attributes);
        this.#forms.push(this.#form);
        break;
      case "label":
        this.#label = { target: of("for"), text: "" };
        if (of("for") !== "") this.#labels.set(of("for"), this.#label);
        break;
      case "input":
      case "select":
      case "textarea":
        this.#isMuted = name !== "input";
        this.#field(name, attributes);
        break;
      default:
    }
  }

  #close(name: string): void {
    if (name === "title") this.#inTitle = false;
    if (name === "form") this.#form = null;
    if (name === "select" || name === "textarea") this.#isMuted = false;
    if (name === "label") this.#label = null;
  }

  #script(source: string): void {
    if (source === "") return;
    const url = URL.parse(source, this.#url.href);
    if (url !== null && /^https?:$/.test(url.protocol) && url.host !== this.#url.host) {
      this.#hosts.add(url.host);
    }
  }

  #field(element: string, attributes: ReadonlyMap<string, string>): void {
    if (this.#form === null) return;
    const type = element === "input" ? (attributes.get("type")?.toLowerCase() ?? "text") : element;
    const name = attributes.get("name")?.trim() ?? "";
    if (!FILLED.has(type) || name === "") return;
    const length = Number(attributes.get("maxlength"));
    const field: FoundField = {
      name,
      label: attributes.get("aria-label") ?? attributes.get("placeholder") ?? "",
      type,
      autocomplete: attributes.get("autocomplete")?.toLowerCase() ?? "",
      required: attributes.has("required"),
      maxLength: Number.isInteger(length) && length > 0 ? length : null,
    };
    const id = attributes.get("id")?.trim() ?? "";
    this.#form.fields.push({ field, id, inside: this.#label });
  }

  #labelled({ field, id, inside }: OpenField): FoundField {
    const written = tidy((this.#labels.get(id) ?? inside)?.text ?? "") || tidy(field.label);
    return { ...field, label: written.replace(/\s*[*:]+$/, "") || field.name };
  }
}

function openForm(attributes: ReadonlyMap<string, string>): OpenForm {
  const of = (key: string) => attributes.get(key)?.trim() ?? "";
  const path = of("action").split(/[?#]/)[0] ?? "";
  const name = of("aria-label") || of("name") || of("id") || (path.split("/").at(-1) ?? "");
  const isSearch = of("role") === "search" || /search|suche|recherche/i.test(name + path);
  return { name: tidy(name), isSearch, fields: [] };
}

function languageIn(tag: string): string | null {
  return /^[a-z]{2,3}/i.exec(tag)?.[0].toLowerCase() ?? null;
}

/** Titles end or begin with the name of the site; the shorter end is more often the name. */
function nameIn(title: string): string | null {
  const parts = title.split(/\s+[|·–—-]\s+/).filter((part) => part !== "");
  const [first, last] = [parts[0], parts.at(-1)];
  if (first === undefined || last === undefined) return null;
  return last.length <= first.length ? last : first;
}

function tidy(text: string): string {
  return text.replace(/\s+/g, " ").trim().slice(0, TEXT_MAX);
}
