import type { StarterTexts } from "./starter.en.ts";

export const starterDe: StarterTexts = {
  title: "Hinweise zu Datenschutz und Cookies",
  "category.email": "E-Mail-Adresse",
  "category.name": "Name",
  "category.phone": "Telefonnummer",
  "category.company": "Firma",
  "category.job": "Funktion",
  "category.country": "Land",
  "category.message": "Was Sie uns schreiben",
  "category.choices": "Ihre Entscheidungen über Cookies und Nachrichten",
  "category.visits": "Seiten, die Sie öffnen, und eine Kennung Ihres Browsers",
  "event.last-contact": "dem letzten Kontakt mit Ihnen",
  "event.withdrawal": "Ihrem Widerruf",
  "topic.news": "Neuigkeiten",
  "source.forms": "Formulare auf unserer Website",
  "source.forms.needed":
    "Sie müssen uns nichts geben. Ohne das, was ein Formular als nötig kennzeichnet, können wir Ihnen nicht antworten.",
  "source.letters": "Briefe, Anrufe und E-Mails",
  "source.browser": "Ihr Browser, wenn Sie unsere Website besuchen",

  "enquiries.name": "Antworten an Sie",
  "enquiries.about":
    "Wir beantworten, was Sie fragen oder schreiben, und behalten die Antwort, solange sie wichtig sein kann.",
  "enquiries.because":
    "Wir haben ein Interesse daran, allen zu antworten, die uns schreiben, und Sie erwarten eine Antwort. Sonst geschieht damit nichts.",
  "choices.name": "Ihre Entscheidungen behalten",
  "choices.about":
    "Wir halten fest, was Sie erlaubt, abgelehnt oder widerrufen haben, damit wir uns daran halten und es zeigen können.",
  "choices.because": "Das Gesetz verlangt, dass wir zeigen können, wozu Sie zugestimmt haben.",
  "newsletter.name": "Newsletter",
  "newsletter.about": "Wir schicken Ihnen Neues über unsere Arbeit und unsere Produkte.",
  "statistics.name": "Statistik",
  "statistics.about": "Wir zählen, welche Seiten geöffnet werden, um die Website zu verbessern.",

  "hosting.name": "Der Anbieter, der unsere Website und Post beherbergt",
  "hosting.about": "Bewahrt auf, was unsere Website und Postfächer enthalten.",
  "statistics.recipient": "Zählt die Besuche für uns.",

  "item.choice": "Behält, was Sie über Cookies entschieden haben.",
  "item.statistics": "Unterscheidet Browser, um Besuche zu zählen.",

  "form.contact": "Schreiben Sie uns",
  "form.newsletter": "Newsletter abonnieren",
  "field.name": "Name",
  "field.email": "E-Mail-Adresse",
  "field.message": "Nachricht",

  identity:
    "Wir schicken einen Link an die Adresse, um die es geht. Wer ihn öffnet, hat gezeigt, dass die Adresse ihr oder ihm gehört.",
  "complaint.controller":
    "Schreiben Sie uns; wir bestätigen binnen 30 Tagen, dass wir sie haben, und antworten so bald wie möglich.",
  "complaint.authority": "An die Aufsichtsbehörde können Sie sich jederzeit wenden.",

  "who.title": "Wer wir sind",
  "who.short": "{organisation} entscheidet, wie und wozu Ihre Daten verwendet werden.",
  "who.body": "„Wir“ meint hier {organisation}.",
  "collect.title": "Was wir erheben",
  "collect.short": "Was Sie uns geben, und kaum mehr.",
  "collect.body": "Wir erheben nur, was in dieser Liste steht, und nur von diesen Orten.",
  "use.title": "Wozu wir es verwenden",
  "use.short":
    "Um Ihnen zu antworten, uns an Ihre Entscheidungen zu halten, und für das, was hier steht.",
  "use.body":
    "Jeder Zweck hat seine eigene Rechtsgrundlage. Wir verwenden Ihre Daten für nichts, was nicht in der Liste steht.",
  "newsletter.title": "Newsletter",
  "newsletter.short": "Nur wenn Sie ihn abonnieren; ein Klick beendet ihn.",
  "newsletter.body":
    "Wenn Sie ihn abonnieren, bitten wir Sie zuerst per E-Mail, Ihre Adresse zu bestätigen. Jede Ausgabe hat einen Link zum Abmelden. Was Sie bekommen, können Sie ändern: {{page:preferences}}.",
  "cookies.title": "Cookies",
  "cookies.short": "Das unbedingt Nötige, und sonst nichts ohne Ihre Zustimmung.",
  "cookies.body":
    "Das ist die ganze Liste dessen, was auf Ihrem Gerät bleibt. Ihre Wahl können Sie jederzeit ändern: {{page:cookies}}.",
  "share.title": "Wer es noch sieht",
  "share.short": "Wer für uns arbeitet, und sonst niemand ohne einen Grund, der hier steht.",
  "share.body":
    "Wer für uns arbeitet, folgt nach einem Vertrag unseren Weisungen. An Gerichte und Behörden geben wir Daten nur, wo uns das Gesetz verpflichtet.",
  "transfer.title": "Andere Länder",
  "transfer.short":
    "Gehen Daten in ein anderes Land, sind sie dort geschützt, wie diese Liste sagt.",
  "transfer.none.short": "Wir schicken Ihre Daten nicht in Länder ohne angemessenen Schutz.",
  "transfer.body": "Eine Kopie der Garantien bekommen Sie von {{contact:privacy}}.",
  "retention.title": "Wie lange wir es behalten",
  "retention.short": "So lange, wie der Zweck es braucht; dann wird es gelöscht.",
  "object.title": "Ihr Recht auf Widerspruch",
  "object.short":
    "Dem, was auf unseren Interessen beruht, können Sie jederzeit widersprechen, der Direktwerbung ohne Angabe von Gründen.",
  "object.body":
    "Widersprechen Sie der Direktwerbung, so endet sie. Widersprechen Sie anderem, was auf unseren Interessen beruht, so hören wir auf, außer wir können zwingende Gründe zeigen.",
  "rights.title": "Ihre Rechte",
  "rights.short":
    "Sie können sehen, berichtigen, mitnehmen, einschränken oder löschen lassen, was wir über Sie haben.",
  "rights.body":
    "Wir antworten binnen eines Monats. Was Sie erlaubt haben, können Sie jederzeit widerrufen, so leicht, wie Sie es gegeben haben.",
  "automated.title": "Keine Entscheidung allein durch Maschinen",
  "automated.short":
    "Keine Maschine entscheidet über Sie etwas, das rechtliche Wirkung hat oder Sie ähnlich betrifft.",
  "complaints.title": "Beschwerden",
  "complaints.short": "Zuerst bei uns, wenn Sie mögen; in jedem Fall bei der Aufsichtsbehörde.",
  "changes.title": "Änderungen dieser Hinweise",
  "changes.short":
    "Jede Änderung macht eine neue Fassung mit Datum; wichtige teilen wir Ihnen per E-Mail mit.",
};
