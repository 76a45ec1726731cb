/** Cookies and marketing. */
export const CATALOGUE_OF_TRACKING = {
  "cookies.no-refusal": {
    level: "error",
    title: "no way to refuse cookies",
    about: "What the site can do without waits for a choice, and refusing is as easy as accepting.",
    write:
      "ask before setting them, or at least say where they are refused; set `cookieChoice: banner`",
  },
  "cookies.implied-consent": {
    level: "error",
    title: "consent to cookies taken from the use of the site",
    about: "Consent is a clear affirmative act; silence, scrolling or visiting is none.",
    write: "ask for each purpose, with nothing ticked, and set `cookieChoice: banner`",
  },
  "cookies.advertising-no-choice": {
    level: "error",
    title: "advertising on the device without a choice",
    about: "Cookies of advertisers are what the rule on consent was made for.",
    write: "load them only after the choice that allows them; set `cookieChoice: banner`",
  },
  "cookies.no-opt-out": {
    level: "error",
    title: "advertising cookies without a way to opt out",
    about: "They share personal information; people may say no to that at any time.",
    write: "offer the right `opt-out` and honour Global Privacy Control",
  },
  "cookies.lifetime-missing": {
    level: "error",
    title: "a cookie without a lifetime",
    about: "How long it stays belongs to the clear information that consent needs.",
    write: "give the period, such as `lifetime: 13 months`",
  },
  "cookies.lifetime-long": {
    level: "warning",
    title: "a cookie that stays longer than authorities think proportionate",
    about: "Thirteen months is what authorities accept; beyond two years nobody has defended it.",
    write: "shorten it",
  },
  "cookies.mislabelled-necessary": {
    level: "error",
    title: "advertising or statistics labelled as strictly necessary",
    about: "Necessary is what the person asked for cannot work without.",
    write: "take `necessary` off, and let it wait for the choice",
  },
  "cookies.recipient-missing": {
    level: "error",
    title: "a cookie of somebody else, who is not said to get the data",
    about: "Whether third parties have access belongs to the clear information.",
    write: "name the recipient under `recipient` of the item",
  },
  "cookies.consent-basis-missing": {
    level: "error",
    title: "a cookie that needs consent, for a purpose that does not rest on it",
    about:
      "The device is opened by consent. Legitimate interests do not open it, and what was read without it is tainted.",
    write: "rest the purpose on consent, or show why the item is strictly necessary",
  },
  "cookies.statistics-not-exempt": {
    level: "error",
    title: "an exemption of statistics that this law does not have",
    about:
      "The United Kingdom exempts statistics since 2026-02-05, with an objection; the Union's directive does not.",
    write: "rest the purpose on consent for this regime",
  },
  "cookies.not-a-name": {
    level: "note",
    title: "a cookie listed under something that is no cookie's name",
    about: "People and scanners look for the name that the browser shows.",
    write: "write the name as the browser shows it",
  },
  "contradiction.no-cookies": {
    level: "error",
    title: "prose says that there are no cookies, and some are declared",
    about: "A notice that contradicts itself deceives whoever reads only half of it.",
    write: "take the sentence out, or the cookies",
  },
  "contradiction.necessary-consent": {
    level: "warning",
    title: "strictly necessary, and yet for a purpose that waits for consent",
    about: "It is set before the choice, for something that the choice is to decide.",
    write: "give it a purpose that needs no consent, or take `necessary` off",
  },
  "contradiction.lifetime-retention": {
    level: "warning",
    title: "a cookie that outlives the retention of what it stores",
    about: "The notice gives two ends to the same data, and the device keeps the longer one.",
    write: "shorten the lifetime, or lengthen the retention and say why",
  },
  "marketing.assumed-agreement": {
    level: "error",
    title: "agreement to marketing that is assumed",
    about:
      "Customers may be written to without consent only where they could refuse when they gave the address, and in each message.",
    write: "offer the choice on each form that takes the address (`offers`)",
  },
  "marketing.no-objection": {
    level: "error",
    title: "marketing that nobody is told how to stop",
    about: "The right to stop direct marketing is absolute.",
    write: "offer `objection` (or `opt-out`) under `rights.offered` and say how",
  },
  "marketing.objection-not-apart": {
    level: "error",
    title: "the right to object is not presented apart",
    about:
      "It must be brought to people's attention explicitly, clearly and separately from any other information.",
    write: "give it a clause of its own that is about `right:objection` and no other right",
  },
  "marketing.sender-missing": {
    level: "error",
    title: "marketing mail without a sender or a valid address",
    about: "Each message says who sends it and where one can reach them.",
    write: "give `messageClasses.marketing` a sender with a name, an e-mail and a postal address",
  },
  "marketing.screening-unsaid": {
    level: "note",
    title: "marketing calls without a word on the registers",
    about:
      "Live calls without consent are screened against the registers of those who do not want them. The gate does so; the notice should say it.",
    write: "say that numbers are screened, and against which registers",
  },
  "marketing.third-party-list": {
    level: "warning",
    title: "addresses from others used for electronic marketing without consent",
    about:
      "The exception for customers is for addresses that one obtained oneself. That somebody told the person of sharing is no consent to our mail.",
    write: "rest electronic marketing to such addresses on consent that names the organisation",
  },
  "marketing.partner-sharing": {
    level: "warning",
    title: "addresses given to others for marketing without consent",
    about: "Whoever gets an address for its own marketing needs the consent of the person to that.",
    write: "declare a purpose of its own that rests on consent, and name who gets the data",
  },
} as const;
