import type { MailCatalogue } from "./mail.en.ts";

export const mailDe: MailCatalogue = {
  "mail.greeting": "Guten Tag,",
  "mail.link_hint":
    "Falls der Knopf nicht funktioniert, kopieren Sie diese Adresse in Ihren Browser:",
  "mail.expires.days.one": "Der Link gilt {count} Tag lang.",
  "mail.expires.days.other": "Der Link gilt {count} Tage lang.",
  "mail.expires.hours.one": "Der Link gilt {count} Stunde lang.",
  "mail.expires.hours.other": "Der Link gilt {count} Stunden lang.",
  "mail.not_you":
    "Falls Sie das nicht waren, tun Sie nichts: Es geschieht nichts, und diese Adresse bekommt keine solchen Mails mehr.",
  "mail.sender": "Diese Mail wurde von {name} gesendet.",
  "mail.sender_at": "Diese Mail wurde von {name}, {address}, gesendet.",
  "mail.why.marketing": "Sie bekommen diese Mail, weil Sie es so gewählt haben.",
  "mail.why.service":
    "Sie bekommen diese Mail, weil Sie um etwas gebeten haben oder unser Kunde sind.",
  "mail.why.legal":
    "Sie bekommen diese Mail, weil das Gesetz uns verpflichtet, Sie zu unterrichten.",
  "mail.stop": "Keine solchen Mails mehr",
  "mail.stop_line": "Keine solchen Mails mehr, mit einem Klick und ohne Anmeldung:",
  "mail.preferences": "Sehen und ändern, was wir Ihnen senden dürfen",
  "mail.repeat":
    "Vielleicht haben Sie diese Mail schon bekommen: Wir konnten nicht erkennen, ob sie ankam.",

  "mail.confirm.subject": "Bitte bestätigen Sie Ihre Adresse",
  "mail.confirm.body":
    "Jemand, vermutlich Sie, hat uns diese Adresse gegeben. Drücken Sie den Knopf, um zu zeigen, dass es Ihre ist. Bis dahin verwenden wir sie für nichts.",
  "mail.confirm.button": "Ja, das ist meine Adresse",

  "mail.asset.subject": "Ihr Dokument liegt bereit",
  "mail.asset.body": "Hier ist das Dokument, um das Sie gebeten haben. Der Link ist nur für Sie.",
  "mail.asset.button": "Dokument öffnen",

  "mail.preferences_link.subject": "Ihr Link zu Ihren Einstellungen",
  "mail.preferences_link.body":
    "Sie haben um die Seite gebeten, auf der Sie sehen und ändern, was wir Ihnen senden dürfen.",
  "mail.preferences_link.button": "Meine Einstellungen öffnen",

  "mail.withdrawn.subject": "Wir senden Ihnen keine Werbung mehr",
  "mail.withdrawn.body":
    "Eine Mail mit Ihrer Adresse als Absender hat uns gebeten, Ihnen keine Werbung mehr zu senden. Das ist geschehen: Ihre Adresse bekommt keine mehr.",
  "mail.withdrawn.not_you":
    "Falls nicht Sie geschrieben haben, können Sie es auf der Seite Ihrer Einstellungen rückgängig machen.",

  "mail.rights_proof.subject": "Ist das Ihr Antrag?",
  "mail.rights_proof.body":
    "Jemand hat unter dieser Adresse einen Antrag zu persönlichen Daten gestellt. Bevor wir etwas zeigen oder ändern, zeigen Sie uns bitte, dass Sie es waren.",
  "mail.rights_proof.button": "Ja, das ist mein Antrag",
  "mail.rights_package.subject": "Alles, was wir über Sie speichern",
  "mail.rights_package.body":
    "Ihr Antrag ist beantwortet. Auf der Seite hinter diesem Knopf lesen Sie alles, was über Sie gespeichert ist, und können es herunterladen.",
  "mail.rights_package.button": "Meinen Antrag öffnen",
  "mail.rights_erased.subject": "Ihre Daten sind gelöscht",
  "mail.rights_erased.body":
    "Ihre Daten werden vernichtet, und nichts davon wird mehr verwendet. Dies ist die letzte Mail an diese Adresse. Wir behalten ein Zeichen ohne Ihren Namen, das uns davon abhält, ihr wieder zu schreiben.",
  "mail.rights_answered.subject": "Ihr Antrag ist beantwortet",
  "mail.rights_answered.body":
    "Wir haben Ihren Antrag bearbeitet. Was geschehen ist, steht auf der Seite hinter diesem Knopf.",
  "mail.rights_answered.button": "Meinen Antrag öffnen",

  "mail.rights_corrected.subject": "Ihre Daten sind berichtigt",
  "mail.rights_corrected.body":
    "Wir haben berichtigt, worauf Sie uns hingewiesen haben. Die Seite Ihres Antrags zeigt, was geschehen ist; der frühere Wert bleibt als Verlauf erhalten und dient sonst nichts.",
  "mail.rights_refused.subject": "Zu Ihrem Antrag",
  "mail.rights_refused.body":
    "Was Sie beantragt haben, können wir nicht tun. Hier steht, warum, und was Sie dagegen tun können.",
  "mail.rights_refused.complain":
    "Sie können sich bei der Behörde des Ortes beschweren, an dem Sie leben oder arbeiten oder an dem es geschehen ist, und Sie können vor Gericht gehen. Diese Wege stehen Ihnen offen:",
  "mail.rights_clarify.subject": "Eine Frage zu Ihrem Antrag",
  "mail.rights_clarify.body":
    "Für Ihren Antrag müssen wir noch etwas wissen. Antworten können Sie auf der Seite hinter der Schaltfläche.",
  "mail.rights_extended.subject": "Ihr Antrag braucht länger",
  "mail.rights_extended.body":
    "Wir arbeiten an Ihrem Antrag, und es dauert länger als eine erste Antwort sonst.",
  "mail.rights_extended.due": "Sie haben unsere Antwort bis {due}.",
  "mail.rights_extended.ground.complex": "Der Grund: Er ist umfangreich.",
  "mail.rights_extended.ground.many": "Der Grund: Es sind mehrere Anträge von Ihnen zu bearbeiten.",
  "mail.rights_refused.ground.not-identified":
    "Wir können nicht erkennen, wer Sie in unseren Unterlagen sind.",
  "mail.rights_refused.ground.manifestly-unfounded": "Der Antrag ist offenkundig unbegründet.",
  "mail.rights_refused.ground.excessive":
    "Der Antrag ist exzessiv, vor allem weil er frühere wiederholt.",
  "mail.rights_refused.ground.rights-of-others":
    "Eine Kopie würde Rechte und Freiheiten anderer beeinträchtigen.",
  "mail.rights_refused.ground.accurate": "Wir haben geprüft, was gespeichert ist; es stimmt.",
  "mail.rights_refused.ground.expression":
    "Es wird für die Freiheit der Meinungsäußerung und Information gebraucht.",
  "mail.rights_refused.ground.legal-obligation": "Ein Gesetz verpflichtet uns, es aufzubewahren.",
  "mail.rights_refused.ground.archiving":
    "Es dient Archiven im öffentlichen Interesse, der Forschung oder der Statistik.",
  "mail.rights_refused.ground.legal-claims": "Es wird für Rechtsansprüche gebraucht.",
  "mail.rights_refused.ground.not-restrictable":
    "Keiner der Gründe für eine Einschränkung liegt vor.",
  "mail.rights_refused.ground.compelling-grounds":
    "Wir haben zwingende schutzwürdige Gründe, die Ihre Interessen hier überwiegen.",
  "mail.rights_refused.ground.unfounded-complaint":
    "Wir haben Ihre Beschwerde geprüft und keinen Fehler gefunden.",

  "mail.notice_changed.subject": "Unsere Datenschutzerklärung ändert sich",
  "mail.notice_changed.body":
    "Am {date} tritt Fassung {version} unserer Datenschutzerklärung in Kraft. Was sich ändert, betrifft Daten über Sie:",
  "mail.notice_changed.more.one": "Und {count} weitere Änderung auf der Seite hinter dem Knopf.",
  "mail.notice_changed.more.other":
    "Und {count} weitere Änderungen auf der Seite hinter dem Knopf.",
  "mail.notice_changed.clause": "[Abschnitt {clauses}]",
  "mail.notice_changed.rights":
    "Wenn Sie nicht einverstanden sind, können Sie widersprechen, eine Einwilligung widerrufen oder die Löschung Ihrer Daten verlangen; wie, steht in der Erklärung. Die Seite hinter dem Knopf zeigt jede Änderung, Abschnitt für Abschnitt.",
  "mail.notice_changed.button": "Lesen, was sich ändert",
};
