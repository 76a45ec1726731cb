/** Strings of the public pages. The other languages have the same keys; the compiler checks it. */
export const webEn = {
  "web.skip": "Skip to the content",
  "web.demo": "Demonstration: this company and everybody in it are invented.",
  "web.nav.main": "Main",
  "web.nav.languages": "Languages",
  "web.nav.about": "Privacy",
  "web.nav.privacy": "Privacy notice",
  "web.nav.cookies": "Cookies",
  "web.nav.preferences": "Your preferences",
  "web.nav.rights": "Your rights",
  "web.nav.complaints": "Complaints",
  "web.nav.transparency": "Transparency",
  "web.nav.choices": "Cookie choices",
  "web.back": "Back",
  "web.email": "E-mail address",
  "web.required": "required",
  "web.optional": "optional",
  "web.send": "Send",
  "web.error.title": "That did not work",
  "web.error.home": "To the first page",
  "web.error.fields": "Please look at the marked fields again.",

  "web.home.title": "Privacy at {name}",
  "web.home.lead": "What we do with your data, what you can choose, and how to reach us.",
  "web.home.no_notice": "The notice is not in force yet. Until then nothing is collected here.",
  "web.home.forms": "Forms",
  "web.home.about.privacy": "What is collected, why, who gets it, and for how long.",
  "web.home.about.cookies": "What is kept on your device, and your choice about it.",
  "web.home.about.preferences": "What we may send you, changed in one place.",
  "web.home.about.rights": "Get a copy of your data, correct it, have it erased.",
  "web.home.about.complaints": "What to do when something is wrong.",
  "web.home.about.transparency": "The public log by which our records can be checked.",
  "web.form.changed":
    "The notice changed while this page was open. Nothing was sent. Please read what is new and send the form again.",
  "web.form.invalid.missing": "This is needed.",
  "web.form.invalid.too_long": "This is too long: at most {max} characters.",
  "web.form.invalid.email":
    "This does not look like an e-mail address, such as name@company.example.",
  "web.form.invalid.phone":
    "This does not look like a telephone number. Begin with + and the country, such as +44 20 7946 0018.",
  "web.form.invalid.choice": "Please pick one of the listed answers.",
  "web.form.thanks.title": "Thank you, we have it",
  "web.form.thanks.proof":
    "We sent a mail to the address you gave. Until you follow its link, we treat the address as unproven and send nothing else.",
  "web.form.thanks.mailbox": "This is a demonstration: the mail waits in the {mailbox}.",
  "web.form.thanks.mailbox_link": "development mailbox",
  "web.form.thanks.receipts": "Receipts for your choices",

  "web.confirm.title": "Is this your address?",
  "web.confirm.lead":
    "Press the button to confirm. A mere visit of this page does nothing, so that a program which tests links cannot confirm for you.",
  "web.confirm.button": "Yes, this is my address",
  "web.confirm.done.title": "Your address is confirmed",
  "web.confirm.done.lead": "You need to do nothing more.",
  "web.confirm.preferences": "See and change what we may send you",

  "web.token.title": "This link does not work any more",
  "web.token.lead":
    "Links in our mails are good for one thing and for a limited time. Ask for a new one; nothing of yours is lost.",

  "web.u.title": "Stop these mails?",
  "web.u.lead": "One press, and we write to you no more about this. No account, no questions.",
  "web.u.button": "Stop these mails",
  "web.u.all": "Stop all marketing",
  "web.u.done.title": "Done. You will get no more of these",
  "web.u.done.lead":
    "Your withdrawal is recorded and holds from now on. Nothing that was waiting will be sent.",
  "web.u.inflight.lead":
    "Your withdrawal is recorded. A mail that was being handed over at this very moment may still arrive: {count}.",
  "web.u.receipt": "Your receipt",

  "web.preferences.title": "Your preferences",
  "web.preferences.lead":
    "See what we may send you and change it. There is no password: we send a link to your address.",
  "web.preferences.ask": "Send me the link",
  "web.preferences.sent.title": "Look into your mail",
  "web.preferences.sent.lead":
    "If we know the address, a link is on its way. We say the same to everybody, so that nobody can find out who is in our records.",
  "web.preferences.may": "What may happen today, and why",
  "web.preferences.save": "Save my choices",
  "web.preferences.changed": "Changed since you agreed: please choose again.",
  "web.preferences.saved": "Your choices are recorded.",
  "web.preferences.none": "Nothing: send me no marketing at all",

  "web.rights.title": "Your rights",
  "web.rights.lead":
    "Ask what we hold about you, have it erased, or use another right. We first make sure that the address is yours.",
  "web.rights.kind": "What would you like?",
  "web.rights.kind.access": "Get a copy of all that is held about me",
  "web.rights.kind.erasure": "Erase what is held about me",
  "web.rights.kind.objection": "Object to direct marketing",
  "web.rights.kind.restriction": "Have the use of my data restricted",
  "web.rights.kind.correction": "Have something corrected",
  "web.rights.kind.portability": "Get my data in a form for machines",
  "web.rights.kind.opt-out": "Opt out of sale and sharing",
  "web.rights.kind.complaint": "Complain about how my data is used",
  "web.rights.message": "Anything we should know",
  "web.rights.ask": "Send my request",
  "web.rights.received.title": "Your request is here",
  "web.rights.received.lead":
    "We sent a mail to the address you gave. Follow its link to show that it is yours; then your request is worked on.",
  "web.rights.prove.title": "Is this your request?",
  "web.rights.prove.button": "Yes, go on",
  "web.rights.status.title": "Your request",
  "web.rights.status.due": "We must answer by {due}.",
  "web.rights.status.steps": "What has happened",
  "web.rights.state.awaiting-proof": "waiting for you to show that the address is yours",
  "web.rights.state.open": "being worked on",
  "web.rights.state.erasing": "being erased",
  "web.rights.state.answered": "answered",
  "web.rights.state.refused": "refused, with the reason in our mail",
  "web.rights.state.lapsed": "lapsed, for the address was never shown to be yours",
  "web.rights.step.received": "Request received",
  "web.rights.step.proof-sent": "Mail sent to prove the address",
  "web.rights.step.proven": "Address proven",
  "web.rights.step.package-made": "Package made",
  "web.rights.step.downloaded": "Package downloaded",
  "web.rights.step.erasure-confirmed": "Erasure confirmed by you",
  "web.rights.step.erased": "Erased",
  "web.rights.step.answered": "Answered",
  "web.rights.step.objection-recorded": "Objection recorded",
  "web.rights.step.restricted": "Use restricted",
  "web.rights.step.lapsed": "Lapsed",
  "web.rights.step.corrected": "Corrected",
  "web.rights.step.refused": "Refused",
  "web.rights.step.letter-sent": "A further letter sent",
  "web.rights.step.clarification-asked": "We asked you a question",
  "web.rights.step.clarified": "You answered our question",
  "web.rights.step.extended": "Extended, with the reason in our mail",
  "web.rights.step.separated": "A wrong merge was undone",
  "web.rights.clarify.title": "Our question to you",
  "web.rights.clarify.lead": "Your answer goes to the colleague who works on your request.",
  "web.rights.clarify.label": "Your answer",
  "web.rights.clarify.button": "Send my answer",
  "web.rights.error.message": "This is too long: at most {max} characters.",
  "web.rights.error.kind": "Please pick what you would like.",
  "web.rights.package.title": "All that is held about you",
  "web.rights.package.lead":
    "Made for you at this moment, from everything that belongs to your proven address.",
  "web.rights.package.json": "Download as JSON",
  "web.rights.package.page": "Read as a page",
  "web.rights.package.values": "Your data and where it came from",
  "web.rights.package.choices": "Your choices",
  "web.rights.package.purposes": "What it may be used for today",
  "web.rights.package.recipients": "Who may receive it",
  "web.rights.package.messages": "What was sent to you",
  "web.rights.package.looks": "Which of our staff looked",
  "web.rights.package.claims": "Sent under your address by somebody who never proved it",
  "web.rights.package.claims.lead":
    "We cannot tell whether this was you. It stands in nobody's record, and it goes with yours if you ask for erasure.",
  "web.rights.package.claims.withheld":
    "Where it names or reaches somebody whom your own record does not know, we say only that it is there. If it is yours, write to us.",
  "web.rights.package.withheld": "not shown: it may be about somebody else",
  "web.rights.package.submissions": "Forms that were sent",
  "web.rights.package.requests": "What you asked us before",
  "web.rights.package.nothing": "nothing",
  "web.rights.erase.title": "Erase everything?",
  "web.rights.erase.lead":
    "All data of yours is destroyed and cannot be brought back. We keep a mark without your name that stops us from writing to the address.",
  "web.rights.erase.button": "Erase my data",
  "web.rights.erase.done.title": "You are erased",
  "web.rights.erase.done.lead":
    "From this moment nothing of yours is used. One last mail confirms it; then the keys to your data are destroyed.",
  "web.col.what": "What",
  "web.col.value": "Value",
  "web.col.source": "Source",
  "web.col.when": "When",
  "web.col.notice": "Notice",
  "web.col.purposes": "Purposes",
  "web.col.who": "Who",

  "web.complaints.title": "Complaints",
  "web.complaints.lead":
    "Tell us first: we answer within the time the law sets. You may go to the authority at any time.",
  "web.complaints.button": "Make a complaint",
  "web.complaints.ladder": "The steps",

  "web.versions.changes": "What changed",
  "web.complaints.write": "Write to {email}, or use the form below.",
  "web.complaints.officer": "Our data protection officer:",
  "web.complaints.free": "free of charge",
  "web.complaints.law": "What the law says",
  "web.complaints.law.uk":
    "United Kingdom: you may complain to us first. We must confirm receipt within 30 days and answer without undue delay. After that, or at any time, the Information Commissioner takes complaints, and a court can decide.",
  "web.complaints.law.eu":
    "European Union and EEA: you may go at any time to the supervisory authority where you live, where you work, or where it happened (GDPR 77), and to a court (GDPR 79). You need not write to us first.",
  "web.complaints.law.ch":
    "Switzerland: you may report to the Federal Data Protection and Information Commissioner, and go to a civil court.",
  "web.complaints.law.us-ca":
    "California: you may complain to the California Privacy Protection Agency or the Attorney General. You need not write to us first.",
  "web.authority.title": "Your supervisory authority",
  "web.authority.yours": "For {country}:",
  "web.authority.unknown":
    "We do not know in which country you are. These authorities supervise us:",
  "web.authority.none":
    "We can name no authority for {country}. You may still complain to us, and to one of these:",
  "web.authority.pick": "The authority for another country",
  "web.authority.show": "Show it",

  "web.versions.title": "All versions of the notice",
  "web.versions.old": "This is an earlier version. The one in force is {link}.",
  "web.versions.link": "here",

  "web.cookies.title": "Cookies and the like",
  "web.cookies.lead":
    "This list is the one that is enforced: nothing outside it is set on this site.",
  "web.cookies.choice": "Your choice",
  "web.cookies.without_script": "Choose here; this works without JavaScript.",

  "web.receipt.title": "Receipt",
  "web.receipt.lead":
    "What you decided, under which notice, and the proof that it stands in our public log.",
  "web.receipt.json": "The receipt as a file",
  "web.receipt.verify": "Check it without us: {command}",
  "web.receipt.waiting":
    "The log takes entries in every few seconds. Until then this is a signed promise; the proof follows at this address.",

  "web.transparency.title": "Transparency",
  "web.transparency.lead":
    "The state of our public log. Anyone can check that nothing in it was altered or taken out.",
  "web.transparency.size": "{count} entries",
  "web.transparency.key": "Key of the log",
  "web.transparency.witness":
    "Without a witness outside our house, we could still rewrite the whole log; a copy of the checkpoint in your hands prevents it.",

  "web.mailbox.title": "Development mailbox",
  "web.mailbox.lead":
    "Every mail that the product sends while no mail server is configured, received by real SMTP.",
  "web.mailbox.empty":
    "No mail yet. Send a form on the site, and the mail that it causes appears here.",
  "web.mailbox.from": "From",
  "web.mailbox.to": "To",
  "web.mailbox.subject": "Subject",
  "web.mailbox.received": "Received",
  "web.mailbox.text": "Text",
  "web.mailbox.headers": "Headers",

  "web.banner.title": "Your choice",
  "web.banner.body":
    "Necessary cookies keep the site working. For the rest we ask you: each of these purposes stays off unless you switch it on.",
  "web.banner.accept": "Accept all",
  "web.banner.refuse": "Refuse all",
  "web.banner.choose": "Choose",
  "web.banner.save": "Save my choice",
  "web.banner.back": "Back",
  "web.banner.reopen": "Cookie choices",
  "web.banner.signal":
    "Your browser sends Global Privacy Control. We honour it: what it covers stays off unless you switch it on here.",
  "web.banner.failed":
    "Your choice could not be recorded, so nothing was switched on. Please try again.",
  "web.banner.recorded": "Your choice is recorded.",
  "web.banner.receipt": "Receipt",
  "web.banner.changed": "This changed since you chose, or is new:",
  "web.banner.items": "What is stored",
  "web.lifetime.session": "until you close the browser",
  "web.lifetime.unknown": "lifetime not declared",
} as const;

export type WebKey = keyof typeof webEn;
export type WebCatalogue = { readonly [Key in WebKey]: string };
