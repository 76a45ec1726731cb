/**
 * What a refusal says to a reader of German, by its code. In English it is the title where the code
 * is declared (`errors.ts`).
 */
export const refusalsDe: { readonly [code: string]: string } = {
  "http.not_found":
    "Unter dieser Adresse gibt es nichts. Prüfen Sie sie, oder beginnen Sie auf der ersten Seite.",
  "http.invalid":
    "Was geschickt wurde, hat nicht die erwartete Form. Gehen Sie zurück, sehen Sie Ihre Eingaben an und schicken Sie sie noch einmal.",
  "http.too_many":
    "Von dieser Adresse kommen zu viele Anfragen. Bitte versuchen Sie es in einer Minute wieder.",
  "http.too_large": "Das ist zu groß. Schicken Sie weniger Text oder eine kleinere Datei.",
  "http.bad_request":
    "Die Anfrage war nicht zu lesen. Gehen Sie zurück und versuchen Sie es noch einmal.",
  "http.defect":
    "Bei uns ist etwas schiefgegangen, und nichts wurde gespeichert. Der Fehler steht in unserem Protokoll; versuchen Sie es später wieder.",
  "http.cross_site":
    "Diese Anfrage kam von einer anderen Website und wurde abgelehnt. Öffnen Sie die Seite selbst und schicken Sie das Formular von dort.",
  "database.away":
    "Die Datenbank antwortet gerade nicht; wir wissen nicht, ob es gespeichert wurde. Bitte versuchen Sie es in einigen Sekunden wieder.",

  "form.no_notice": "Es sind keine Hinweise in Kraft, also darf nichts erhoben werden.",
  "form.notice_changed":
    "Die Hinweise haben sich geändert, während das Formular offen war. Bitte lesen Sie sie und schicken Sie das Formular noch einmal.",
  "form.unknown_form": "Die Hinweise nennen kein solches Formular.",
  "form.unknown_language": "Die Hinweise gibt es nicht in dieser Sprache.",
  "form.unknown_extract":
    "Was neben dem Formular stand, ist nicht das, was wir dort zeigen. Bitte öffnen Sie es neu.",
  "form.unknown_field": "Das Formular hat kein solches Feld.",
  "form.invalid_fields": "Einige Felder brauchen noch einen Blick.",
  "form.repeated_key":
    "Dieses Formular wurde schon mit anderem Inhalt geschickt. Bitte öffnen Sie es neu.",
  "form.denied": "Die Hinweise erlauben nicht, das zu erheben.",
  "asset.unknown": "Ein solches Dokument gibt es nicht.",

  "choice.no_notice": "Es sind keine Hinweise in Kraft, also gibt es nichts zu wählen.",
  "choice.notice_changed":
    "Die Hinweise haben sich geändert, seit die Frage gezeigt wurde. Bitte sehen Sie sie noch einmal an.",
  "choice.unknown_purpose": "Die Hinweise nennen keinen solchen Zweck.",
  "choice.unknown_scope":
    "Die Hinweise nennen für diesen Zweck keinen solchen Weg und kein solches Thema.",
  "choice.unknown_wording":
    "Dieser Wortlaut wurde nicht von uns gezeigt. Bitte öffnen Sie die Seite neu.",

  "rights.no_notice": "Es sind keine Hinweise in Kraft. Bitte schreiben Sie uns eine E-Mail.",
  "rights.not_an_address": "Das sieht nicht nach einer E-Mail-Adresse aus, wie name@firma.example.",
  "rights.unknown_request": "Einen solchen Antrag gibt es nicht.",
  "rights.not_open": "In seinem jetzigen Zustand ist so etwas mit dem Antrag nicht möglich.",
  "rights.no_words": "Der Brief braucht einige Worte von Ihnen.",
  "rights.unknown_ground": "Ein Antrag dieser Art wird so nicht abgelehnt.",
  "rights.asked_before": "Die Person wurde schon gefragt.",
  "rights.no_extension":
    "Das Gesetz erlaubt für diesen Antrag keine Verlängerung, oder keine mehr.",
  "rights.unknown_value":
    "Die Person hat keinen solchen Wert, oder er lässt sich so nicht berichtigen.",
  "rights.not_linked": "Die beiden sind nicht verbunden.",
  "rights.denied": "Die Anfrage konnte nicht angenommen werden.",

  "message.no_notice": "Es sind keine Hinweise in Kraft, also kann nichts verschickt werden.",
  "message.unknown_class": "Die Hinweise nennen keine solche Nachrichtenart.",
  "message.unknown_template": "Eine solche Vorlage gibt es nicht.",
  "message.wrong_class": "Diese Vorlage kann nicht als Nachricht dieser Art verschickt werden.",
  "message.bad_parameter": "Die Angaben einer Nachricht sind Kennungen und Codes.",

  "campaign.unknown": "Eine solche Kampagne gibt es nicht.",
  "campaign.undeclared":
    "Die Hinweise nennen für Nachrichten per E-Mail keinen solchen Zweck, kein solches Thema oder keine solche Sprache.",
  "campaign.not_a_draft": "Diese Kampagne wurde schon begonnen.",
  "campaign.no_notice": "Es sind keine Hinweise in Kraft, also darf nichts verschickt werden.",

  "change.no_notice": "Es sind keine Hinweise in Kraft, die ein Entwurf ändern könnte.",
  "change.no_impact": "Die Wirkung dieses Entwurfs wurde noch nicht angesehen.",
  "change.no_telling": "Von dieser Fassung musste niemand benachrichtigt werden.",

  "notice.no_change":
    "Diese Fassung sagt dasselbe wie die letzte; es gibt nichts zu veröffentlichen.",
  "notice.goes_back":
    "Eine Fassung darf kein früheres Datum haben und nicht früher gelten als die, auf die sie folgt.",
  "notice.wrong_version": "Die Nummer der Fassung muss die nächste sein.",
  "notice.unknown_version": "Eine solche Fassung der Hinweise gibt es nicht.",
  "notice.unknown_draft": "Einen solchen Entwurf gibt es nicht.",
  "notice.edited_meanwhile":
    "Jemand hat diesen Entwurf gespeichert, nachdem Sie ihn geöffnet haben. Ihr Text hat den anderen nicht ersetzt.",
  "notice.draft_scheduled":
    "Dieser Entwurf wartet auf die Veröffentlichung. Nehmen Sie ihn zuerst zurück.",
  "notice.draft_closed": "Dieser Entwurf wurde veröffentlicht oder aufgegeben.",
  "notice.too_many_edits":
    "Dieser Entwurf wurde zu oft gespeichert. Beginnen Sie mit seinem Text einen neuen.",
  "notice.too_large": "Ein Manifest hat höchstens 1.048.576 Zeichen.",
  "notice.does_not_compile": "Der Text ist noch kein Manifest, das veröffentlicht werden kann.",
  "notice.not_in_review": "Dieser Entwurf wartet nicht auf eine Durchsicht.",
  "notice.other_text": "Der Text des Entwurfs ist ein anderer als der, den Sie angesehen haben.",
  "notice.own_work":
    "Wer an einem Entwurf geschrieben hat, darf ihn nicht durchsehen. Bitten Sie jemanden aus dem Team.",
  "notice.not_alone":
    "Nur wer als Inhaber allein im Haus ist, darf den eigenen Entwurf genehmigen, mit einem Grund.",
  "notice.reason_missing": "Sagen Sie warum: was Sie schreiben, bleibt bei der Fassung.",
  "notice.not_approved":
    "Nur ein genehmigter Entwurf mit genau diesem Text kann veröffentlicht werden.",
  "notice.wrong_time":
    "Der Zeitpunkt der Veröffentlichung muss in der Zukunft liegen, höchstens ein Jahr voraus.",
  "notice.not_scheduled": "Dieser Entwurf wartet nicht auf die Veröffentlichung.",
  "notice.too_late":
    "Dieser Entwurf wird gerade veröffentlicht; er lässt sich nicht mehr zurücknehmen.",

  "staff.wrong_credentials": "Diese Adresse und dieses Passwort gehören nicht zusammen.",
  "staff.throttled": "Zu viele Versuche sind gescheitert. Bitte warten Sie einige Minuten.",
  "staff.not_signed_in": "Bitte melden Sie sich an.",
  "staff.not_allowed": "Ihre Rolle erlaubt das nicht.",
  "staff.link_over":
    "Dieser Link wurde benutzt oder ist abgelaufen. Bitten Sie um einen neuen, wo Sie ihn bekommen haben.",
  "staff.weak_password":
    "Wählen Sie ein Passwort mit mindestens 12 Zeichen, das keines der üblichen ist.",
  "staff.wrong_password": "Das ist nicht Ihr jetziges Passwort.",
  "staff.known_address": "Mit dieser Adresse gibt es schon ein Konto.",
  "staff.address_missing": "Eine E-Mail-Adresse ist nötig.",
  "staff.bad_address": "Das sieht nicht nach einer E-Mail-Adresse aus, wie name@firma.example.",
  "staff.name_missing": "Ein Name ist nötig.",
  "staff.unknown": "Diese Person gehört nicht mehr zum Team.",
  "staff.unknown_invitation":
    "Diese Einladung gibt es nicht mehr: sie wurde benutzt, zurückgezogen oder ist abgelaufen.",
  "staff.last_owner": "Der letzte Inhaber muss bleiben. Geben Sie die Rolle zuerst jemand anderem.",
  "staff.own_link": "Sie sind angemeldet: ändern Sie Ihr Passwort unter Ihrem Konto.",

  "vault.unknown_permit": "Diese Erlaubnis stammt nicht von diesem Server.",
  "vault.permit_over": "Die Erlaubnis ist abgelaufen. Fragen Sie noch einmal.",
  "vault.permit_void":
    "Der Stand der Person oder die Hinweise haben sich geändert, seit die Erlaubnis gegeben wurde. Fragen Sie noch einmal.",
  "vault.not_permitted": "Die Erlaubnis nennt das nicht.",
};
