import type { Notice } from "#core/notice/notice";
import { renderExtract } from "#core/notice/render/extract";
import { renderHtml } from "#core/notice/render/html";
import type { Setting } from "#core/notice/render/setting";
import { render } from "#kit/html";
import type { Rendering } from "#notice";

type NoticeSetting = Pick<Setting, "mechanisms" | "before">;

/** What is shown of a version, and kept from the moment that it is published. */
export function renderingsOf(notice: Notice, setting: NoticeSetting): readonly Rendering[] {
  return notice.languages.flatMap((language): readonly Rendering[] => [
    { kind: "notice", language, part: "", text: noticePage(notice, language, setting) },
    ...[...notice.forms.keys()].map((form): Rendering => {
      const text = extractOf(notice, form, language, null);
      return { kind: "extract", language, part: extractPart(form, null), text };
    }),
  ]);
}

/** The page's body, as the renderer writes it today. */
export function noticePage(notice: Notice, language: string, setting: NoticeSetting): string {
  return render(renderHtml(notice, language, setting));
}

/** @param regime whose bases alone are named; null: all that the notice names. */
export function extractOf(
  notice: Notice,
  form: string,
  language: string,
  regime: string | null,
): string {
  return render(renderExtract(notice, form, language, regime));
}

/** Under which name an extract is kept: each law of a reader has its own. */
export function extractPart(form: string, regime: string | null): string {
  return regime === null ? form : `${form}@${regime}`;
}

/** The form that an extract was kept for. */
export function formOfExtract(part: string): string {
  return part.split("@")[0] ?? part;
}
