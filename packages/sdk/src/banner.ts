import { STYLE } from "./banner-style.ts";
import type { BannerConfig, BannerPurpose } from "./wire.ts";

export type Answer = { readonly granted: ReadonlySet<string> };

export type BannerDoor = {
  /** Shows the short question; the person has not chosen yet. */
  ask(): void;
  /** Shows every purpose with its state, opened by the person. */
  open(granted: ReadonlySet<string>): void;
  fail(): void;
  close(): void;
};

/**
 * What a person sees. Refusing and accepting are buttons of one kind in one row; the dialogue
 * starts with nothing ticked but what the person had granted. It is a region of the page and not a
 * modal: the page stays readable while it asks.
 * @param isAgain whether the person chose before, and these purposes changed since or are new.
 */
export function makeBanner(
  config: BannerConfig,
  signal: boolean,
  isAgain: boolean,
  answer: (answer: Answer) => void,
): BannerDoor {
  const host = document.createElement("fairnotice-banner");
  const root = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];
  let opener: Element | null = null;
  let closable = false;

  const close = () => {
    host.remove();
    if (opener instanceof HTMLElement) opener.focus();
    opener = null;
  };
  root.addEventListener("keydown", (event) => {
    if (event instanceof KeyboardEvent && event.key === "Escape" && closable) close();
  });
  const show = (parts: readonly Node[], focusFirst: boolean) => {
    const box = element("section", "", {
      class: "box",
      role: "region",
      lang: config.language,
      dir: config.direction,
      "aria-labelledby": "title",
    });
    const inside = element("div", "", { class: "in" });
    inside.append(...parts);
    box.append(inside);
    root.replaceChildren(box);
    if (!host.isConnected) document.body.prepend(host);
    if (focusFirst) root.querySelector<HTMLElement>("h2")?.focus();
  };
  const everything = new Set(config.purposes.map((purpose) => purpose.id));
  const ask = () => {
    closable = false;
    show(
      question(config, signal, isAgain, answer, everything, () => choose(new Set())),
      false,
    );
  };
  const choose = (granted: ReadonlySet<string>) => {
    show(dialogue(config, signal, granted, answer), true);
  };
  return {
    ask,
    open(granted) {
      opener = document.activeElement;
      closable = true;
      choose(granted);
    },
    fail() {
      const line = element("p", config.texts.failed, { class: "fail", role: "alert" });
      root.querySelector(".in")?.append(line);
    },
    close,
  };
}

function question(
  config: BannerConfig,
  signal: boolean,
  isAgain: boolean,
  answer: (answer: Answer) => void,
  everything: ReadonlySet<string>,
  choose: () => void,
): Node[] {
  const { texts } = config;
  const body = element("p", `${texts.body} `);
  body.append(link(texts.notice, config.noticeUrl), " · ", link(texts.cookies, config.cookiesUrl));
  const acts = element("div", "", { class: "acts" });
  acts.append(
    button(texts.refuse, "", () => answer({ granted: new Set() })),
    button(texts.accept, "", () => answer({ granted: everything })),
    button(texts.choose, "quiet", choose),
  );
  const changed = isAgain ? [changedLine(config)] : [];
  return [heading(texts.title), ...changed, body, ...signalLine(config, signal), acts];
}

/** What is asked again, by name. */
function changedLine({ texts, purposes }: BannerConfig): Node {
  return element("p", `${texts.changed} ${purposes.map(({ name }) => name).join(", ")}`);
}

function dialogue(
  config: BannerConfig,
  signal: boolean,
  granted: ReadonlySet<string>,
  answer: (answer: Answer) => void,
): Node[] {
  const { texts } = config;
  const boxes = new Map<string, HTMLInputElement>();
  const fields = config.purposes.map((purpose) =>
    purposeField(purpose, granted, boxes, texts.items),
  );
  const acts = element("div", "", { class: "acts" });
  const ticked = () => [...boxes].filter(([, box]) => box.checked).map(([id]) => id);
  acts.append(
    button(texts.refuse, "", () => answer({ granted: new Set() })),
    button(texts.accept, "", () => answer({ granted: new Set(boxes.keys()) })),
    button(texts.save, "", () => answer({ granted: new Set(ticked()) })),
  );
  return [heading(texts.title), ...signalLine(config, signal), ...fields, acts];
}

function purposeField(
  purpose: BannerPurpose,
  granted: ReadonlySet<string>,
  boxes: Map<string, HTMLInputElement>,
  itemsText: string,
): Node {
  const field = element("fieldset");
  const label = element("label");
  const box = document.createElement("input");
  box.type = "checkbox";
  box.checked = granted.has(purpose.id);
  box.setAttribute("aria-describedby", `about-${purpose.id}`);
  boxes.set(purpose.id, box);
  label.append(box, element("span", purpose.name));
  const more = element("details");
  const list = element("ul");
  for (const item of purpose.items) {
    list.append(element("li", `${item.item} · ${item.provider} · ${item.lifetime}`));
  }
  more.append(element("summary", itemsText), list);
  const about = element("p", purpose.about, { class: "about", id: `about-${purpose.id}` });
  field.append(label, about, more);
  return field;
}

function signalLine(config: BannerConfig, signal: boolean): Node[] {
  const counts = signal && config.purposes.some((purpose) => purpose.signalled);
  return counts ? [element("p", config.texts.signal)] : [];
}

function heading(text: string): HTMLElement {
  return element("h2", text, { id: "title", tabindex: "-1" });
}

function link(text: string, url: string): HTMLElement {
  return element("a", text, { href: url });
}

function button(text: string, kind: string, act: () => void): HTMLElement {
  const made = element(
    "button",
    text,
    kind === "" ? { type: "button" } : { type: "button", class: kind },
  );
  made.addEventListener("click", act);
  return made;
}

function element(
  name: string,
  text = "",
  set: { readonly [name: string]: string } = {},
): HTMLElement {
  const made = document.createElement(name);
  if (text !== "") made.textContent = text;
  for (const [key, value] of Object.entries(set)) made.setAttribute(key, value);
  return made;
}
