import type { WebCatalogue } from "./web.en.ts";

export const webDe: WebCatalogue = {
  "web.skip": "Zum Inhalt",
  "web.demo": "Vorführung: Diese Firma und alle Personen darin sind erfunden.",
  "web.nav.main": "Hauptmenü",
  "web.nav.languages": "Sprachen",
  "web.nav.about": "Datenschutz",
  "web.nav.privacy": "Datenschutzhinweise",
  "web.nav.cookies": "Cookies",
  "web.nav.preferences": "Ihre Einstellungen",
  "web.nav.rights": "Ihre Rechte",
  "web.nav.complaints": "Beschwerden",
  "web.nav.transparency": "Transparenz",
  "web.nav.choices": "Cookie-Auswahl",
  "web.back": "Zurück",
  "web.email": "E-Mail-Adresse",
  "web.required": "erforderlich",
  "web.optional": "freiwillig",
  "web.send": "Absenden",
  "web.error.title": "Das hat nicht geklappt",
  "web.error.home": "Zur ersten Seite",
  "web.error.fields": "Bitte sehen Sie die markierten Felder noch einmal an.",

  "web.home.title": "Datenschutz bei {name}",
  "web.home.lead": "Was wir mit Ihren Daten tun, was Sie wählen können und wie Sie uns erreichen.",
  "web.home.no_notice": "Die Hinweise gelten noch nicht. Bis dahin wird hier nichts erhoben.",
  "web.home.forms": "Formulare",
  "web.home.about.privacy": "Was erhoben wird, warum, wer es bekommt und wie lange es bleibt.",
  "web.home.about.cookies": "Was auf Ihrem Gerät liegt und was Sie dazu wählen.",
  "web.home.about.preferences": "Was wir Ihnen senden dürfen, an einer Stelle geändert.",
  "web.home.about.rights": "Eine Kopie Ihrer Daten erhalten, sie berichtigen oder löschen lassen.",
  "web.home.about.complaints": "Was zu tun ist, wenn etwas nicht stimmt.",
  "web.home.about.transparency":
    "Das öffentliche Protokoll, mit dem sich unsere Aufzeichnungen prüfen lassen.",
  "web.form.changed":
    "Die Datenschutzhinweise haben sich geändert, während diese Seite offen war. Es wurde nichts gesendet. Bitte lesen Sie das Neue und senden Sie das Formular noch einmal.",
  "web.form.invalid.missing": "Diese Angabe wird gebraucht.",
  "web.form.invalid.too_long": "Das ist zu lang: höchstens {max} Zeichen.",
  "web.form.invalid.email":
    "Das sieht nicht nach einer E-Mail-Adresse aus, etwa name@firma.example.",
  "web.form.invalid.phone":
    "Das sieht nicht nach einer Telefonnummer aus. Beginnen Sie mit + und dem Land, etwa +49 30 23125 018.",
  "web.form.invalid.choice": "Bitte wählen Sie eine der genannten Antworten.",
  "web.form.thanks.title": "Danke, es ist angekommen",
  "web.form.thanks.proof":
    "Wir haben eine E-Mail an die angegebene Adresse geschickt. Bis Sie dem Link darin folgen, gilt die Adresse als unbewiesen, und wir senden nichts anderes dorthin.",
  "web.form.thanks.mailbox": "Dies ist eine Vorführung: Die E-Mail wartet im {mailbox}.",
  "web.form.thanks.mailbox_link": "Entwicklungspostfach",
  "web.form.thanks.receipts": "Belege über Ihre Entscheidungen",

  "web.confirm.title": "Ist das Ihre Adresse?",
  "web.confirm.lead":
    "Drücken Sie zur Bestätigung den Knopf. Der bloße Besuch dieser Seite bewirkt nichts, damit kein Programm, das Links prüft, für Sie bestätigt.",
  "web.confirm.button": "Ja, das ist meine Adresse",
  "web.confirm.done.title": "Ihre Adresse ist bestätigt",
  "web.confirm.done.lead": "Sie müssen nichts weiter tun.",
  "web.confirm.preferences": "Ansehen und ändern, was wir Ihnen senden dürfen",

  "web.token.title": "Dieser Link gilt nicht mehr",
  "web.token.lead":
    "Die Links in unseren E-Mails sind für eine einzige Sache und begrenzte Zeit gut. Fordern Sie einen neuen an; von Ihren Angaben ist nichts verloren.",

  "web.u.title": "Diese E-Mails beenden?",
  "web.u.lead": "Ein Klick, und wir schreiben Ihnen dazu nicht mehr. Ohne Konto, ohne Rückfragen.",
  "web.u.button": "Diese E-Mails beenden",
  "web.u.all": "Alle Werbung beenden",
  "web.u.done.title": "Erledigt. Sie bekommen keine dieser E-Mails mehr",
  "web.u.done.lead":
    "Ihr Widerruf ist festgehalten und gilt ab jetzt. Nichts, was noch wartete, wird gesendet.",
  "web.u.inflight.lead":
    "Ihr Widerruf ist festgehalten. Eine E-Mail, die in genau diesem Augenblick übergeben wurde, kann noch ankommen: {count}.",
  "web.u.receipt": "Ihr Beleg",

  "web.preferences.title": "Ihre Einstellungen",
  "web.preferences.lead":
    "Sehen Sie, was wir Ihnen senden dürfen, und ändern Sie es. Ohne Passwort: Wir schicken einen Link an Ihre Adresse.",
  "web.preferences.ask": "Link zusenden",
  "web.preferences.sent.title": "Sehen Sie in Ihr Postfach",
  "web.preferences.sent.lead":
    "Wenn wir die Adresse kennen, ist ein Link unterwegs. Wir sagen allen dasselbe, damit niemand herausfindet, wer bei uns verzeichnet ist.",
  "web.preferences.may": "Was heute geschehen darf, und warum",
  "web.preferences.save": "Auswahl speichern",
  "web.preferences.changed": "Seit Ihrer Zustimmung geändert: bitte entscheiden Sie neu.",
  "web.preferences.saved": "Ihre Auswahl ist festgehalten.",
  "web.preferences.none": "Nichts: Senden Sie mir keine Werbung",

  "web.rights.title": "Ihre Rechte",
  "web.rights.lead":
    "Fragen Sie, was wir über Sie gespeichert haben, lassen Sie es löschen oder nutzen Sie ein anderes Recht. Zuerst stellen wir sicher, dass die Adresse Ihnen gehört.",
  "web.rights.kind": "Was möchten Sie?",
  "web.rights.kind.access": "Eine Kopie von allem, was über mich gespeichert ist",
  "web.rights.kind.erasure": "Löschen, was über mich gespeichert ist",
  "web.rights.kind.objection": "Der Direktwerbung widersprechen",
  "web.rights.kind.restriction": "Die Nutzung meiner Daten einschränken lassen",
  "web.rights.kind.correction": "Etwas berichtigen lassen",
  "web.rights.kind.portability": "Meine Daten in maschinenlesbarer Form erhalten",
  "web.rights.kind.opt-out": "Verkauf und Weitergabe widersprechen",
  "web.rights.kind.complaint": "Mich über den Umgang mit meinen Daten beschweren",
  "web.rights.message": "Was wir wissen sollten",
  "web.rights.ask": "Antrag senden",
  "web.rights.received.title": "Ihr Antrag ist da",
  "web.rights.received.lead":
    "Wir haben eine E-Mail an die angegebene Adresse geschickt. Folgen Sie dem Link darin, um zu zeigen, dass sie Ihnen gehört; dann wird Ihr Antrag bearbeitet.",
  "web.rights.prove.title": "Ist das Ihr Antrag?",
  "web.rights.prove.button": "Ja, weiter",
  "web.rights.status.title": "Ihr Antrag",
  "web.rights.status.due": "Wir müssen bis zum {due} antworten.",
  "web.rights.status.steps": "Was geschehen ist",
  "web.rights.state.awaiting-proof": "wartet darauf, dass Sie die Adresse als Ihre nachweisen",
  "web.rights.state.open": "in Bearbeitung",
  "web.rights.state.erasing": "wird gelöscht",
  "web.rights.state.answered": "beantwortet",
  "web.rights.state.refused": "abgelehnt, mit Begründung in unserer E-Mail",
  "web.rights.state.lapsed": "verfallen, weil die Adresse nie nachgewiesen wurde",
  "web.rights.step.received": "Antrag eingegangen",
  "web.rights.step.proof-sent": "E-Mail zum Nachweis der Adresse gesendet",
  "web.rights.step.proven": "Adresse nachgewiesen",
  "web.rights.step.package-made": "Auskunft zusammengestellt",
  "web.rights.step.downloaded": "Auskunft heruntergeladen",
  "web.rights.step.erasure-confirmed": "Löschung von Ihnen bestätigt",
  "web.rights.step.erased": "Gelöscht",
  "web.rights.step.answered": "Beantwortet",
  "web.rights.step.objection-recorded": "Widerspruch festgehalten",
  "web.rights.step.restricted": "Nutzung eingeschränkt",
  "web.rights.step.lapsed": "Verfallen",
  "web.rights.step.corrected": "Berichtigt",
  "web.rights.step.refused": "Abgelehnt",
  "web.rights.step.letter-sent": "Ein weiterer Brief gesendet",
  "web.rights.step.clarification-asked": "Wir haben Sie etwas gefragt",
  "web.rights.step.clarified": "Sie haben unsere Frage beantwortet",
  "web.rights.step.extended": "Verlängert, der Grund steht in unserer E-Mail",
  "web.rights.step.separated": "Eine falsche Zusammenführung wurde aufgehoben",
  "web.rights.clarify.title": "Unsere Frage an Sie",
  "web.rights.clarify.lead": "Ihre Antwort geht an die Person, die Ihren Antrag bearbeitet.",
  "web.rights.clarify.label": "Ihre Antwort",
  "web.rights.clarify.button": "Antwort senden",
  "web.rights.error.message": "Das ist zu lang: höchstens {max} Zeichen.",
  "web.rights.error.kind": "Bitte wählen Sie, was Sie möchten.",
  "web.rights.package.title": "Alles, was über Sie gespeichert ist",
  "web.rights.package.lead":
    "In diesem Augenblick für Sie zusammengestellt, aus allem, was zu Ihrer nachgewiesenen Adresse gehört.",
  "web.rights.package.json": "Als JSON herunterladen",
  "web.rights.package.page": "Als Seite lesen",
  "web.rights.package.values": "Ihre Daten und woher sie stammen",
  "web.rights.package.choices": "Ihre Entscheidungen",
  "web.rights.package.purposes": "Wozu sie heute genutzt werden dürfen",
  "web.rights.package.recipients": "Wer sie erhalten darf",
  "web.rights.package.messages": "Was Ihnen gesendet wurde",
  "web.rights.package.looks": "Wer von uns hineingesehen hat",
  "web.rights.package.claims":
    "Unter Ihrer Adresse gesendet von jemandem, der sie nie nachgewiesen hat",
  "web.rights.package.claims.lead":
    "Ob Sie das waren, können wir nicht wissen. Es steht in niemandes Datensatz und verschwindet mit Ihrem, wenn Sie die Löschung verlangen.",
  "web.rights.package.claims.withheld":
    "Wo es jemanden nennt oder erreicht, den Ihr eigener Datensatz nicht kennt, sagen wir nur, dass es da ist. Ist es von Ihnen, schreiben Sie uns bitte.",
  "web.rights.package.withheld": "nicht gezeigt: es kann eine andere Person betreffen",
  "web.rights.package.submissions": "Gesendete Formulare",
  "web.rights.package.requests": "Ihre früheren Anträge",
  "web.rights.package.nothing": "nichts",
  "web.rights.erase.title": "Alles löschen?",
  "web.rights.erase.lead":
    "Alle Ihre Daten werden vernichtet und lassen sich nicht wiederherstellen. Wir behalten eine Marke ohne Ihren Namen, die verhindert, dass wir an die Adresse schreiben.",
  "web.rights.erase.button": "Meine Daten löschen",
  "web.rights.erase.done.title": "Sie sind gelöscht",
  "web.rights.erase.done.lead":
    "Ab diesem Augenblick wird nichts mehr von Ihnen genutzt. Eine letzte E-Mail bestätigt es; danach werden die Schlüssel zu Ihren Daten vernichtet.",
  "web.col.what": "Was",
  "web.col.value": "Angabe",
  "web.col.source": "Herkunft",
  "web.col.when": "Wann",
  "web.col.notice": "Hinweise",
  "web.col.purposes": "Zwecke",
  "web.col.who": "Wer",

  "web.complaints.title": "Beschwerden",
  "web.complaints.lead":
    "Sagen Sie es zuerst uns: Wir antworten in der gesetzlichen Frist. An die Behörde können Sie sich jederzeit wenden.",
  "web.complaints.button": "Beschwerde einreichen",
  "web.complaints.ladder": "Die Schritte",

  "web.versions.changes": "Was sich geändert hat",
  "web.complaints.write": "Schreiben Sie an {email} oder nutzen Sie das Formular unten.",
  "web.complaints.officer": "Unsere Datenschutzbeauftragte oder unser Datenschutzbeauftragter:",
  "web.complaints.free": "kostenlos",
  "web.complaints.law": "Was das Gesetz sagt",
  "web.complaints.law.uk":
    "Vereinigtes Königreich: Sie können sich zuerst bei uns beschweren. Wir müssen den Eingang binnen 30 Tagen bestätigen und ohne unangemessene Verzögerung antworten. Danach oder jederzeit nimmt der Information Commissioner Beschwerden an, und ein Gericht kann entscheiden.",
  "web.complaints.law.eu":
    "Europäische Union und EWR: Sie können sich jederzeit an die Aufsichtsbehörde wenden, wo Sie wohnen, wo Sie arbeiten oder wo es geschah (DSGVO 77), und an ein Gericht (DSGVO 79). Sie müssen uns nicht zuerst schreiben.",
  "web.complaints.law.ch":
    "Schweiz: Sie können beim Eidgenössischen Datenschutz- und Öffentlichkeitsbeauftragten Anzeige erstatten und vor ein Zivilgericht gehen.",
  "web.complaints.law.us-ca":
    "Kalifornien: Sie können sich bei der California Privacy Protection Agency oder beim Generalstaatsanwalt beschweren. Sie müssen uns nicht zuerst schreiben.",
  "web.authority.title": "Ihre Aufsichtsbehörde",
  "web.authority.yours": "Für Ihr Land ({country}):",
  "web.authority.unknown":
    "Wir wissen nicht, in welchem Land Sie sind. Diese Behörden beaufsichtigen uns:",
  "web.authority.none":
    "Für dieses Land ({country}) können wir keine Behörde nennen. Sie können sich trotzdem bei uns beschweren oder bei einer von diesen:",
  "web.authority.pick": "Die Behörde eines anderen Landes",
  "web.authority.show": "Anzeigen",

  "web.versions.title": "Alle Fassungen der Hinweise",
  "web.versions.old": "Dies ist eine frühere Fassung. Die geltende steht {link}.",
  "web.versions.link": "hier",

  "web.cookies.title": "Cookies und Ähnliches",
  "web.cookies.lead":
    "Diese Liste ist auch die, die durchgesetzt wird: Nichts anderes wird auf dieser Website gesetzt.",
  "web.cookies.choice": "Ihre Auswahl",
  "web.cookies.without_script": "Wählen Sie hier; das geht auch ohne JavaScript.",

  "web.receipt.title": "Beleg",
  "web.receipt.lead":
    "Was Sie entschieden haben, unter welchen Hinweisen, und der Beweis, dass es in unserem öffentlichen Register steht.",
  "web.receipt.json": "Der Beleg als Datei",
  "web.receipt.verify": "Prüfen Sie ihn ohne uns: {command}",
  "web.receipt.waiting":
    "Das Register nimmt Einträge alle paar Sekunden auf. Bis dahin ist dies ein unterschriebenes Versprechen; der Beweis folgt unter dieser Adresse.",

  "web.transparency.title": "Transparenz",
  "web.transparency.lead":
    "Der Stand unseres öffentlichen Registers. Jeder kann prüfen, dass nichts darin geändert oder entfernt wurde.",
  "web.transparency.size": "{count} Einträge",
  "web.transparency.key": "Schlüssel des Registers",
  "web.transparency.witness":
    "Ohne einen Zeugen außerhalb unseres Hauses könnten wir noch das ganze Register umschreiben; eine Kopie des Prüfpunkts in Ihren Händen verhindert es.",

  "web.mailbox.title": "Entwicklungspostfach",
  "web.mailbox.lead":
    "Jede E-Mail, die das Produkt sendet, solange kein Mailserver eingerichtet ist, empfangen über echtes SMTP.",
  "web.mailbox.empty":
    "Noch keine E-Mail. Senden Sie ein Formular der Website, und die E-Mail dazu erscheint hier.",
  "web.mailbox.from": "Von",
  "web.mailbox.to": "An",
  "web.mailbox.subject": "Betreff",
  "web.mailbox.received": "Eingegangen",
  "web.mailbox.text": "Text",
  "web.mailbox.headers": "Kopfzeilen",

  "web.banner.title": "Ihre Auswahl",
  "web.banner.body":
    "Notwendige Cookies halten die Website in Gang. Beim Rest fragen wir Sie: Jeder Zweck bleibt aus, bis Sie ihn einschalten.",
  "web.banner.accept": "Alle annehmen",
  "web.banner.refuse": "Alle ablehnen",
  "web.banner.choose": "Auswählen",
  "web.banner.save": "Auswahl speichern",
  "web.banner.back": "Zurück",
  "web.banner.reopen": "Cookie-Auswahl",
  "web.banner.signal":
    "Ihr Browser sendet Global Privacy Control. Wir beachten es: Was es umfasst, bleibt aus, bis Sie es hier einschalten.",
  "web.banner.failed":
    "Ihre Auswahl konnte nicht festgehalten werden; deshalb wurde nichts eingeschaltet. Bitte versuchen Sie es noch einmal.",
  "web.banner.recorded": "Ihre Auswahl ist festgehalten.",
  "web.banner.receipt": "Beleg",
  "web.banner.changed": "Das hat sich seit Ihrer Entscheidung geändert oder ist neu:",
  "web.banner.items": "Was gespeichert wird",
  "web.lifetime.session": "bis zum Schließen des Browsers",
  "web.lifetime.unknown": "Dauer nicht angegeben",
};
