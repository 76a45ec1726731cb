import type { Notice, Offer } from "#core/notice/notice";
import { t } from "#platform/text/text";

/**
 * What stands beside the box of an offer: what the person would get, and by which way. The whole
 * wording of the consent, with who, which data and how to withdraw, is kept under its hash.
 */
export function offerLabel(
  notice: Notice,
  { purpose, channel, topic }: Offer,
  language: string,
): string {
  const named = (topic === null ? null : notice.topics.get(topic)) ?? notice.purposes.get(purpose);
  const what = named?.name[language] ?? named?.name[notice.defaultLanguage] ?? topic ?? purpose;
  switch (channel) {
    case "email":
      return t(language, "web.offer.email", { what });
    case "sms":
      return t(language, "web.offer.sms", { what });
    case "call":
      return t(language, "web.offer.call", { what });
    case "post":
      return t(language, "web.offer.post", { what });
    case null:
      return t(language, "web.offer.use", { what });
  }
}
