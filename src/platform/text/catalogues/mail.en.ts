/** Strings of mails. The other languages have the same keys; the compiler checks it. */
export const mailEn = {
  "mail.greeting": "Hello,",
  "mail.link_hint": "If the button does not work, copy this address into your browser:",
  "mail.expires.days.one": "The link is good for {count} day.",
  "mail.expires.days.other": "The link is good for {count} days.",
  "mail.expires.hours.one": "The link is good for {count} hour.",
  "mail.expires.hours.other": "The link is good for {count} hours.",
  "mail.not_you":
    "If you did not ask for this, do nothing: nothing happens, and this address gets no more of these mails.",
  "mail.sender": "This mail was sent by {name}.",
  "mail.sender_at": "This mail was sent by {name}, {address}.",
  "mail.why.marketing": "You get this mail because you chose to.",
  "mail.why.service": "You get this mail because you asked for something or are our customer.",
  "mail.why.legal": "You get this mail because the law asks us to tell you.",
  "mail.stop": "Stop these mails",
  "mail.stop_line": "No more of these mails, in one click and without signing in:",
  "mail.preferences": "See and change what we may send you",
  "mail.repeat": "You may have got this mail before: we could not tell whether it arrived.",

  "mail.confirm.subject": "Please confirm your address",
  "mail.confirm.body":
    "Somebody, hopefully you, gave us this address. Press the button to show that it is yours. Until then we use it for nothing.",
  "mail.confirm.button": "Yes, this is my address",

  "mail.asset.subject": "Your document is ready",
  "mail.asset.body": "Here is the document that you asked for. The link is for you only.",
  "mail.asset.button": "Open the document",

  "mail.preferences_link.subject": "Your link to your preferences",
  "mail.preferences_link.body":
    "You asked for the page where you see and change what we may send you.",
  "mail.preferences_link.button": "Open my preferences",

  "mail.withdrawn.subject": "We stopped our marketing mails to you",
  "mail.withdrawn.body":
    "A mail asked us, with your address as its sender, to send you no more marketing. That is done: your address gets none of it any more.",
  "mail.withdrawn.not_you":
    "If it was not you who wrote, you can change it back on the page of your preferences.",

  "mail.rights_proof.subject": "Is this request yours?",
  "mail.rights_proof.body":
    "Somebody used this address to ask us about personal data. Before we show or change anything, please show that it was you.",
  "mail.rights_proof.button": "Yes, this is my request",
  "mail.rights_package.subject": "All that we hold about you",
  "mail.rights_package.body":
    "Your request is answered. On the page behind this button you read and download everything that is held about you.",
  "mail.rights_package.button": "Open my request",
  "mail.rights_erased.subject": "You are erased",
  "mail.rights_erased.body":
    "Your data is being destroyed, and nothing of it is used any more. This is the last mail to this address. We keep a mark without your name that stops us from writing to it again.",
  "mail.rights_answered.subject": "Your request is answered",
  "mail.rights_answered.body":
    "We have worked on your request. What was done is on the page behind this button.",
  "mail.rights_answered.button": "Open my request",

  "mail.rights_corrected.subject": "Your data is corrected",
  "mail.rights_corrected.body":
    "We corrected what you told us about. Your request page shows what was done; the earlier value is kept as history and used for nothing else.",
  "mail.rights_refused.subject": "About your request",
  "mail.rights_refused.body":
    "We cannot do what you asked for. Here is why, and what you can do about it.",
  "mail.rights_refused.complain":
    "You can complain to the authority of the place where you live or work, or where the matter happened, and you can go to court. These ways are open to you:",
  "mail.rights_clarify.subject": "A question about your request",
  "mail.rights_clarify.body":
    "To work on your request we need to know something more. You can answer on the page behind the button.",
  "mail.rights_extended.subject": "Your request takes longer",
  "mail.rights_extended.body":
    "We are working on your request, and it takes longer than a first answer usually does.",
  "mail.rights_extended.due": "You get our answer by {due}.",
  "mail.rights_extended.ground.complex": "The reason: it is complex.",
  "mail.rights_extended.ground.many": "The reason: there are many requests of yours to work on.",
  "mail.rights_refused.ground.not-identified": "We cannot tell who in our records you are.",
  "mail.rights_refused.ground.manifestly-unfounded": "The request is manifestly unfounded.",
  "mail.rights_refused.ground.excessive":
    "The request is excessive, above all because it repeats earlier ones.",
  "mail.rights_refused.ground.rights-of-others":
    "A copy would harm the rights and freedoms of others.",
  "mail.rights_refused.ground.accurate": "We checked what is held, and it is accurate.",
  "mail.rights_refused.ground.expression":
    "It is needed for the freedom of expression and information.",
  "mail.rights_refused.ground.legal-obligation": "A law obliges us to keep it.",
  "mail.rights_refused.ground.archiving":
    "It is kept for archiving in the public interest, research or statistics.",
  "mail.rights_refused.ground.legal-claims": "It is needed for legal claims.",
  "mail.rights_refused.ground.not-restrictable": "None of the grounds for a restriction is given.",
  "mail.rights_refused.ground.compelling-grounds":
    "We have compelling legitimate grounds that override your interests in this case.",
  "mail.rights_refused.ground.unfounded-complaint":
    "We looked into your complaint and found no fault.",

  "mail.notice_changed.subject": "Our privacy notice changes",
  "mail.notice_changed.body":
    "On {date} version {version} of our privacy notice comes into force. What it changes concerns data about you:",
  "mail.notice_changed.more.one": "And {count} more change, on the page behind the button.",
  "mail.notice_changed.more.other": "And {count} more changes, on the page behind the button.",
  "mail.notice_changed.clause": "[Clause {clauses}]",
  "mail.notice_changed.rights":
    "If you do not agree, you can object, take a consent back or ask us to erase your data; the notice says how. The page behind the button shows every change, clause by clause.",
  "mail.notice_changed.button": "Read what changes",
} as const;

export type MailKey = keyof typeof mailEn;
export type MailCatalogue = { readonly [Key in MailKey]: string };
