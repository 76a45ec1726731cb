import type { MailCatalogue } from "./mail.en.ts";

export const mailFr: MailCatalogue = {
  "mail.greeting": "Bonjour,",
  "mail.link_hint":
    "Si le bouton ne fonctionne pas, copiez cette adresse dans votre navigateur\u00a0:",
  "mail.expires.days.one": "Le lien est valable {count} jour.",
  "mail.expires.days.other": "Le lien est valable {count} jours.",
  "mail.expires.hours.one": "Le lien est valable {count} heure.",
  "mail.expires.hours.other": "Le lien est valable {count} heures.",
  "mail.not_you":
    "Si cette demande ne vient pas de vous, ne faites rien\u00a0: il ne se passera rien et cette adresse ne recevra plus ces messages.",
  "mail.sender": "Ce message a été envoyé par {name}.",
  "mail.sender_at": "Ce message a été envoyé par {name}, {address}.",
  "mail.why.marketing": "Vous recevez ce message parce que vous l'avez choisi.",
  "mail.why.service":
    "Vous recevez ce message à la suite d'une demande de votre part ou parce que vous êtes notre client.",
  "mail.why.legal": "Vous recevez ce message parce que la loi nous demande de vous informer.",
  "mail.stop": "Ne plus recevoir ces messages",
  "mail.stop_line": "Ne plus recevoir ces messages, en un clic et sans connexion\u00a0:",
  "mail.preferences": "Voir et modifier ce que nous pouvons vous envoyer",
  "mail.repeat":
    "Vous avez peut-être déjà reçu ce message\u00a0: nous n'avons pas pu savoir s'il était arrivé.",

  "mail.confirm.subject": "Veuillez confirmer votre adresse",
  "mail.confirm.body":
    "Quelqu'un, vous sans doute, nous a donné cette adresse. Appuyez sur le bouton pour montrer qu'elle est la vôtre. D'ici là, nous n'en faisons rien.",
  "mail.confirm.button": "Oui, c'est mon adresse",

  "mail.asset.subject": "Votre document est prêt",
  "mail.asset.body": "Voici le document que vous avez demandé. Le lien n'est destiné qu'à vous.",
  "mail.asset.button": "Ouvrir le document",

  "mail.preferences_link.subject": "Votre lien vers vos préférences",
  "mail.preferences_link.body":
    "Vous avez demandé la page où voir et modifier ce que nous pouvons vous envoyer.",
  "mail.preferences_link.button": "Ouvrir mes préférences",

  "mail.withdrawn.subject": "Nous avons arrêté nos messages publicitaires",
  "mail.withdrawn.body":
    "Un message portant votre adresse comme expéditeur nous a demandé de ne plus vous envoyer de publicité. C'est fait\u00a0: votre adresse n'en reçoit plus.",
  "mail.withdrawn.not_you":
    "Si ce n'est pas vous qui avez écrit, vous pouvez revenir en arrière sur la page de vos préférences.",

  "mail.rights_proof.subject": "Cette demande vient-elle de vous\u00a0?",
  "mail.rights_proof.body":
    "Quelqu'un s'est servi de cette adresse pour nous interroger sur des données personnelles. Avant de montrer ou de modifier quoi que ce soit, nous vous prions de montrer que c'était vous.",
  "mail.rights_proof.button": "Oui, c'est ma demande",
  "mail.rights_package.subject": "Tout ce que nous détenons sur vous",
  "mail.rights_package.body":
    "Votre demande a reçu sa réponse. La page derrière ce bouton vous permet de lire et de télécharger tout ce qui est détenu sur vous.",
  "mail.rights_package.button": "Ouvrir ma demande",
  "mail.rights_erased.subject": "Vos données sont effacées",
  "mail.rights_erased.body":
    "Vos données sont en cours de destruction et plus rien n'en est utilisé. Ceci est le dernier message à cette adresse. Nous gardons une marque sans votre nom qui nous empêche de lui écrire à nouveau.",
  "mail.rights_answered.subject": "Votre demande a reçu sa réponse",
  "mail.rights_answered.body":
    "Nous avons traité votre demande. La page derrière ce bouton dit ce qui a été fait.",
  "mail.rights_answered.button": "Ouvrir ma demande",

  "mail.rights_corrected.subject": "Vos données sont rectifiées",
  "mail.rights_corrected.body":
    "Nous avons rectifié ce que vous nous avez signalé. La page de votre demande indique ce qui a été fait ; l’ancienne valeur est gardée comme historique et ne sert à rien d’autre.",
  "mail.rights_refused.subject": "Au sujet de votre demande",
  "mail.rights_refused.body":
    "Nous ne pouvons pas faire ce que vous avez demandé. Voici pourquoi, et ce que vous pouvez faire.",
  "mail.rights_refused.complain":
    "Vous pouvez introduire une réclamation auprès de l’autorité du lieu où vous vivez ou travaillez, ou du lieu des faits, et saisir la justice. Ces voies vous sont ouvertes :",
  "mail.rights_clarify.subject": "Une question sur votre demande",
  "mail.rights_clarify.body":
    "Pour traiter votre demande, nous avons besoin d’une précision. Vous pouvez répondre sur la page derrière le bouton.",
  "mail.rights_extended.subject": "Votre demande prend plus de temps",
  "mail.rights_extended.body":
    "Nous travaillons sur votre demande, et cela prend plus de temps qu’une première réponse habituelle.",
  "mail.rights_extended.due": "Vous recevrez notre réponse au plus tard le {due}.",
  "mail.rights_extended.ground.complex": "La raison : elle est complexe.",
  "mail.rights_extended.ground.many": "La raison : vous avez plusieurs demandes en cours.",
  "mail.rights_refused.ground.not-identified":
    "Nous ne pouvons pas savoir qui vous êtes dans nos dossiers.",
  "mail.rights_refused.ground.manifestly-unfounded": "La demande est manifestement infondée.",
  "mail.rights_refused.ground.excessive":
    "La demande est excessive, notamment parce qu’elle répète des demandes précédentes.",
  "mail.rights_refused.ground.rights-of-others":
    "Une copie porterait atteinte aux droits et libertés d’autrui.",
  "mail.rights_refused.ground.accurate": "Nous avons vérifié ce que nous détenons, et c’est exact.",
  "mail.rights_refused.ground.expression":
    "Cela est nécessaire à la liberté d’expression et d’information.",
  "mail.rights_refused.ground.legal-obligation": "Une loi nous oblige à le conserver.",
  "mail.rights_refused.ground.archiving":
    "Cela est conservé à des fins archivistiques d’intérêt public, de recherche ou de statistique.",
  "mail.rights_refused.ground.legal-claims": "Cela est nécessaire à des droits en justice.",
  "mail.rights_refused.ground.not-restrictable": "Aucun motif de limitation n’est donné.",
  "mail.rights_refused.ground.compelling-grounds":
    "Nous avons des motifs légitimes et impérieux qui prévalent sur vos intérêts dans ce cas.",
  "mail.rights_refused.ground.unfounded-complaint":
    "Nous avons examiné votre réclamation et n’avons trouvé aucune faute.",

  "mail.notice_changed.subject": "Notre avis de confidentialité change",
  "mail.notice_changed.body":
    "Le {date}, la version {version} de notre avis de confidentialité entre en vigueur. Ce qui change vous concerne :",
  "mail.notice_changed.more.one": "Et {count} autre changement, sur la page derrière le bouton.",
  "mail.notice_changed.more.other":
    "Et {count} autres changements, sur la page derrière le bouton.",
  "mail.notice_changed.clause": "[Clause {clauses}]",
  "mail.notice_changed.rights":
    "Si vous n’êtes pas d’accord, vous pouvez vous opposer, retirer un consentement ou demander l’effacement de vos données ; l’avis dit comment. La page derrière le bouton montre chaque changement, clause par clause.",
  "mail.notice_changed.button": "Lire ce qui change",
};
