/**
 * Prose of the starter manifest. The other languages have the same keys; the compiler checks it.
 */
export const starterEn = {
  title: "Privacy and cookies notice",
  "category.email": "E-mail address",
  "category.name": "Name",
  "category.phone": "Telephone number",
  "category.company": "Company",
  "category.job": "Job title",
  "category.country": "Country",
  "category.message": "What you write to us",
  "category.choices": "Your choices about cookies and messages",
  "category.visits": "Pages that you open, and an identifier of your browser",
  "event.last-contact": "the last contact with you",
  "event.withdrawal": "your withdrawal",
  "topic.news": "News",
  "source.forms": "Forms on our website",
  "source.forms.needed":
    "You need not give us anything. Without what a form marks as required we cannot answer you.",
  "source.letters": "Letters, calls and e-mail",
  "source.browser": "Your browser, when you visit our website",

  "enquiries.name": "Answering you",
  "enquiries.about": "We answer what you ask or write, and keep the answer while it may matter.",
  "enquiries.because":
    "We have an interest in answering whoever writes to us, and you expect an answer. Nothing else is done with it.",
  "choices.name": "Remembering your choices",
  "choices.about":
    "We record what you allowed, refused or withdrew, so that we keep to it and can show it.",
  "choices.because": "The law asks us to be able to show what you agreed to.",
  "newsletter.name": "Newsletter",
  "newsletter.about": "We send you news about our work and our products.",
  "statistics.name": "Statistics",
  "statistics.about": "We count which pages are opened, to make the website better.",

  "hosting.name": "The provider that hosts our website and mail",
  "hosting.about": "Keeps what our website and mailboxes hold.",
  "statistics.recipient": "Counts the visits for us.",

  "item.choice": "Keeps what you chose about cookies.",
  "item.statistics": "Tells browsers apart to count visits.",

  "form.contact": "Write to us",
  "form.newsletter": "Subscribe to the newsletter",
  "field.name": "Name",
  "field.email": "E-mail address",
  "field.message": "Message",

  identity:
    "We send a link to the address that a request is about. Whoever opens it has shown that the address is theirs.",
  "complaint.controller":
    "Write to us; we confirm within 30 days that we have it, and answer as soon as we can.",
  "complaint.authority": "You may turn to the supervisory authority at any time.",

  "who.title": "Who we are",
  "who.short": "{organisation} decides how and why your data is used.",
  "who.body": "“We” in this notice means {organisation}.",
  "collect.title": "What we collect",
  "collect.short": "What you give us, and little more.",
  "collect.body": "We collect only what is in this list, and only from these places.",
  "use.title": "What we use it for",
  "use.short": "To answer you, to keep to your choices, and for what is listed here.",
  "use.body":
    "Each purpose has its own legal basis. We use your data for nothing that is not listed.",
  "newsletter.title": "Newsletter",
  "newsletter.short": "Only if you subscribe; one click ends it.",
  "newsletter.body":
    "When you subscribe, we first ask you by e-mail to confirm your address. Each issue has a link to leave. You can change what you receive on the page {{page:preferences}}.",
  "cookies.title": "Cookies",
  "cookies.short": "What is strictly necessary, and nothing else unless you agree.",
  "cookies.body":
    "This is the whole list of what is kept on your device. You can change your choice at any time on {{page:cookies}}.",
  "share.title": "Who else sees it",
  "share.short": "Those who work for us, and nobody else without a reason in this notice.",
  "share.body":
    "Those who work for us act on our instructions under a contract. We disclose data to a court or authority only where the law obliges us.",
  "transfer.title": "Other countries",
  "transfer.short": "If data goes to another country, it is protected there as this list says.",
  "transfer.none.short": "We do not send your data to countries without adequate protection.",
  "transfer.body": "You get a copy of the safeguards from {{contact:privacy}}.",
  "retention.title": "How long we keep it",
  "retention.short": "As long as the purpose needs it, and then it is deleted.",
  "object.title": "Your right to object",
  "object.short":
    "You may object to what rests on our interests at any time, and to direct marketing without giving a reason.",
  "object.body":
    "If you object to direct marketing, it stops. If you object to something else that rests on our interests, we stop unless we can show compelling grounds.",
  "rights.title": "Your rights",
  "rights.short": "You may see, correct, take with you, limit or delete what we hold about you.",
  "rights.body":
    "We answer within one month. What you agreed to you may withdraw at any time, as easily as you gave it.",
  "automated.title": "No decisions by machine alone",
  "automated.short":
    "No machine decides anything about you that has legal effect or affects you in a similar way.",
  "complaints.title": "Complaints",
  "complaints.short": "First to us if you like; to the supervisory authority in any case.",
  "changes.title": "Changes of this notice",
  "changes.short":
    "Each change makes a new version with a date; we tell you of important ones by e-mail.",
} as const;

export type StarterKey = keyof typeof starterEn;
export type StarterTexts = { readonly [K in StarterKey]: string };
