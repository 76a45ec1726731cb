import type { WebCatalogue } from "./web.en.ts";

export const webFr: WebCatalogue = {
  "web.skip": "Aller au contenu",
  "web.demo": "Démonstration : cette entreprise et toutes les personnes citées sont inventées.",
  "web.nav.main": "Principal",
  "web.nav.languages": "Langues",
  "web.nav.about": "Vie privée",
  "web.nav.privacy": "Notice de confidentialité",
  "web.nav.cookies": "Cookies",
  "web.nav.preferences": "Vos préférences",
  "web.nav.rights": "Vos droits",
  "web.nav.complaints": "Réclamations",
  "web.nav.transparency": "Transparence",
  "web.nav.choices": "Choix des cookies",
  "web.back": "Retour",
  "web.email": "Adresse e-mail",
  "web.required": "obligatoire",
  "web.optional": "facultatif",
  "web.send": "Envoyer",
  "web.offer.email": "M’envoyer des e-mails sur « {what} »",
  "web.offer.sms": "M’envoyer des SMS : {what}",
  "web.offer.call": "M’appeler : {what}",
  "web.offer.post": "M’envoyer du courrier : {what}",
  "web.offer.use": "Je suis d’accord : {what}",
  "web.subscribe": "S’abonner",
  "web.choice.saved.title": "Votre choix est enregistré",
  "web.choice.saved.lead": "Voici ce qui vaut désormais sur cet appareil.",
  "web.choice.saved.granted": "Vous avez permis",
  "web.choice.saved.refused": "Vous n’avez pas permis",
  "web.choice.saved.none": "rien",
  "web.choice.saved.change": "Le modifier",
  "web.choice.saved.on": "Continuer sur le site",
  "web.choice.saved.receipt": "Le reçu",
  "web.error.title": "Cela n’a pas fonctionné",
  "web.error.home": "Vers la première page",
  "web.error.fields": "Veuillez revoir les champs signalés.",

  "web.home.title": "Vos données chez {name}",
  "web.home.lead":
    "Ce que nous faisons de vos données, ce que vous pouvez choisir et comment nous joindre.",
  "web.home.no_notice":
    "La notice n’est pas encore en vigueur. D’ici là, rien n’est recueilli ici.",
  "web.home.forms": "Formulaires",
  "web.home.about.privacy":
    "Ce qui est recueilli, pourquoi, qui le reçoit et pour combien de temps.",
  "web.home.about.cookies": "Ce qui est conservé sur votre appareil, et votre choix.",
  "web.home.about.preferences": "Ce que nous pouvons vous envoyer, réglé en un seul endroit.",
  "web.home.about.rights": "Recevoir une copie de vos données, les corriger, les faire effacer.",
  "web.home.about.complaints": "Que faire quand quelque chose ne va pas.",
  "web.home.about.transparency": "Le journal public qui permet de vérifier nos enregistrements.",
  "web.form.changed":
    "La notice a changé pendant que cette page était ouverte. Rien n’a été envoyé. Veuillez lire ce qui est nouveau, puis renvoyer le formulaire.",
  "web.form.invalid.missing": "Cette information est nécessaire.",
  "web.form.invalid.too_long": "C’est trop long : {max} caractères au plus.",
  "web.form.invalid.email":
    "Cela ne ressemble pas à une adresse e-mail, telle que nom@entreprise.example.",
  "web.form.invalid.phone":
    "Cela ne ressemble pas à un numéro de téléphone. Commencez par + et l’indicatif du pays, par exemple +33 1 99 00 12 34.",
  "web.form.invalid.choice": "Veuillez choisir l’une des réponses proposées.",
  "web.form.thanks.title": "Merci, nous avons bien reçu votre envoi",
  "web.form.thanks.proof":
    "Nous avons envoyé un message à l’adresse indiquée. Tant que vous n’avez pas suivi son lien, l’adresse n’est pas prouvée et nous n’y envoyons rien d’autre.",
  "web.form.thanks.mailbox": "Ceci est une démonstration : le message attend dans la {mailbox}.",
  "web.form.thanks.mailbox_link": "boîte de développement",
  "web.form.thanks.receipts": "Reçus de vos choix",

  "web.confirm.title": "Est-ce votre adresse ?",
  "web.confirm.lead":
    "Appuyez sur le bouton pour confirmer. La simple visite de cette page n’a aucun effet, pour qu’un programme qui teste les liens ne confirme pas à votre place.",
  "web.confirm.button": "Oui, c’est mon adresse",
  "web.confirm.done.title": "Votre adresse est confirmée",
  "web.confirm.done.lead": "Vous n’avez rien d’autre à faire.",
  "web.confirm.preferences": "Voir et modifier ce que nous pouvons vous envoyer",

  "web.token.title": "Ce lien n’est plus valable",
  "web.token.lead":
    "Les liens de nos messages servent à une seule chose et pour une durée limitée. Demandez-en un nouveau ; rien de ce qui vous concerne n’est perdu.",

  "web.u.title": "Ne plus recevoir ces messages ?",
  "web.u.lead": "Un seul geste, et nous ne vous écrivons plus à ce sujet. Ni compte, ni question.",
  "web.u.button": "Ne plus recevoir ces messages",
  "web.u.all": "Ne plus recevoir aucune publicité",
  "web.u.done.title": "C’est fait. Vous ne recevrez plus ces messages",
  "web.u.done.lead":
    "Votre retrait est enregistré et vaut dès maintenant. Rien de ce qui était en attente ne partira.",
  "web.u.inflight.lead":
    "Votre retrait est enregistré. Un message remis à cet instant même peut encore arriver : {count}.",
  "web.u.receipt": "Votre reçu",

  "web.preferences.title": "Vos préférences",
  "web.preferences.lead":
    "Voyez ce que nous pouvons vous envoyer et modifiez-le. Sans mot de passe : nous envoyons un lien à votre adresse.",
  "web.preferences.ask": "Envoyez-moi le lien",
  "web.preferences.sent.title": "Consultez votre messagerie",
  "web.preferences.sent.lead":
    "Si nous connaissons l’adresse, un lien est en route. Nous répondons la même chose à tous, afin que personne ne puisse savoir qui figure dans nos dossiers.",
  "web.preferences.may": "Ce qui est permis aujourd’hui, et pourquoi",
  "web.preferences.save": "Enregistrer mes choix",
  "web.preferences.changed": "A changé depuis votre accord : choisissez de nouveau.",
  "web.preferences.saved": "Vos choix sont enregistrés.",
  "web.preferences.none": "Rien : ne m’envoyez aucune publicité",

  "web.rights.title": "Vos droits",
  "web.rights.lead":
    "Demandez ce que nous détenons sur vous, faites-le effacer ou exercez un autre droit. Nous vérifions d’abord que l’adresse est bien la vôtre.",
  "web.rights.kind": "Que souhaitez-vous ?",
  "web.rights.kind.access": "Obtenir une copie de tout ce qui est détenu sur moi",
  "web.rights.kind.erasure": "Faire effacer ce qui est détenu sur moi",
  "web.rights.kind.objection": "M’opposer à la prospection",
  "web.rights.kind.restriction": "Faire limiter l’usage de mes données",
  "web.rights.kind.correction": "Faire corriger une information",
  "web.rights.kind.portability": "Recevoir mes données sous une forme lisible par machine",
  "web.rights.kind.opt-out": "M’opposer à la vente et au partage",
  "web.rights.kind.complaint": "Me plaindre de l’usage de mes données",
  "web.rights.message": "Ce que nous devrions savoir",
  "web.rights.ask": "Envoyer ma demande",
  "web.rights.received.title": "Votre demande est arrivée",
  "web.rights.received.lead":
    "Nous avons envoyé un message à l’adresse indiquée. Suivez son lien pour montrer qu’elle est à vous ; votre demande sera alors traitée.",
  "web.rights.prove.title": "Est-ce votre demande ?",
  "web.rights.prove.button": "Oui, continuer",
  "web.rights.status.title": "Votre demande",
  "web.rights.status.due": "Nous devons répondre au plus tard le {due}.",
  "web.rights.status.steps": "Ce qui s’est passé",
  "web.rights.state.awaiting-proof": "attend que vous montriez que l’adresse est à vous",
  "web.rights.state.open": "en cours de traitement",
  "web.rights.state.erasing": "effacement en cours",
  "web.rights.state.answered": "traitée",
  "web.rights.state.refused": "refusée, avec le motif dans notre message",
  "web.rights.state.lapsed": "caduque, car l’adresse n’a jamais été prouvée",
  "web.rights.step.received": "Demande reçue",
  "web.rights.step.proof-sent": "Message envoyé pour prouver l’adresse",
  "web.rights.step.proven": "Adresse prouvée",
  "web.rights.step.package-made": "Dossier préparé",
  "web.rights.step.downloaded": "Dossier téléchargé",
  "web.rights.step.erasure-confirmed": "Effacement confirmé par vous",
  "web.rights.step.erased": "Effacé",
  "web.rights.step.answered": "Réponse donnée",
  "web.rights.step.objection-recorded": "Opposition enregistrée",
  "web.rights.step.restricted": "Usage limité",
  "web.rights.step.lapsed": "Caduque",
  "web.rights.step.corrected": "Rectifié",
  "web.rights.step.refused": "Refusé",
  "web.rights.step.letter-sent": "Une autre lettre envoyée",
  "web.rights.step.clarification-asked": "Nous vous avons posé une question",
  "web.rights.step.clarified": "Vous avez répondu à notre question",
  "web.rights.step.extended": "Prolongé, la raison est dans notre message",
  "web.rights.step.separated": "Une fusion erronée a été annulée",
  "web.rights.clarify.title": "Notre question",
  "web.rights.clarify.lead": "Votre réponse va à la personne qui traite votre demande.",
  "web.rights.clarify.label": "Votre réponse",
  "web.rights.clarify.button": "Envoyer ma réponse",
  "web.rights.error.message": "C’est trop long : {max} caractères au plus.",
  "web.rights.error.kind": "Veuillez choisir ce que vous souhaitez.",
  "web.rights.package.title": "Tout ce qui est détenu sur vous",
  "web.rights.package.lead":
    "Préparé pour vous à cet instant, à partir de tout ce qui relève de votre adresse prouvée.",
  "web.rights.package.json": "Télécharger en JSON",
  "web.rights.package.page": "Lire comme une page",
  "web.rights.package.values": "Vos données et leur origine",
  "web.rights.package.choices": "Vos choix",
  "web.rights.package.purposes": "À quoi elles peuvent servir aujourd’hui",
  "web.rights.package.recipients": "Qui peut les recevoir",
  "web.rights.package.messages": "Ce qui vous a été envoyé",
  "web.rights.package.looks": "Qui, parmi notre personnel, les a consultées",
  "web.rights.package.claims": "Envoyé sous votre adresse par quelqu’un qui ne l’a jamais prouvée",
  "web.rights.package.claims.lead":
    "Nous ne pouvons pas savoir si c’était vous. Cela ne figure dans le dossier de personne et disparaît avec le vôtre si vous demandez l’effacement.",
  "web.rights.package.claims.withheld":
    "Lorsque cela nomme ou permet de joindre une personne que votre dossier ne connaît pas, nous disons seulement que cela existe. Si c’est de vous, écrivez-nous.",
  "web.rights.package.withheld": "non affiché : cela peut concerner quelqu’un d’autre",
  "web.rights.package.submissions": "Formulaires envoyés",
  "web.rights.package.requests": "Vos demandes précédentes",
  "web.rights.package.nothing": "rien",
  "web.rights.erase.title": "Tout effacer ?",
  "web.rights.erase.lead":
    "Toutes vos données sont détruites et ne peuvent être rétablies. Nous gardons une marque sans votre nom qui nous empêche d’écrire à cette adresse.",
  "web.rights.erase.button": "Effacer mes données",
  "web.rights.erase.done.title": "Vous êtes effacé",
  "web.rights.erase.done.lead":
    "Dès cet instant, plus rien de ce qui vous concerne n’est utilisé. Un dernier message le confirme ; puis les clés de vos données sont détruites.",
  "web.col.what": "Quoi",
  "web.col.value": "Valeur",
  "web.col.source": "Origine",
  "web.col.when": "Quand",
  "web.col.notice": "Notice",
  "web.col.purposes": "Finalités",
  "web.col.who": "Qui",

  "web.complaints.title": "Réclamations",
  "web.complaints.lead":
    "Dites-le-nous d’abord : nous répondons dans le délai que fixe la loi. Vous pouvez saisir l’autorité à tout moment.",
  "web.complaints.button": "Faire une réclamation",
  "web.complaints.ladder": "Les étapes",

  "web.versions.changes": "Ce qui a changé",
  "web.complaints.write": "Écrivez à {email} ou utilisez le formulaire ci-dessous.",
  "web.complaints.officer": "Notre délégué à la protection des données :",
  "web.complaints.free": "sans frais",
  "web.complaints.law": "Ce que dit la loi",
  "web.complaints.law.uk":
    "Royaume-Uni : vous pouvez d’abord réclamer auprès de nous. Nous devons accuser réception sous 30 jours et répondre sans retard injustifié. Ensuite, ou à tout moment, l’Information Commissioner reçoit les réclamations, et un tribunal peut trancher.",
  "web.complaints.law.eu":
    "Union européenne et EEE : vous pouvez vous adresser à tout moment à l’autorité de contrôle du lieu où vous vivez, où vous travaillez ou où cela s’est produit (RGPD 77), et à un tribunal (RGPD 79). Il n’est pas nécessaire de nous écrire d’abord.",
  "web.complaints.law.ch":
    "Suisse : vous pouvez saisir le Préposé fédéral à la protection des données et à la transparence, et aller devant un tribunal civil.",
  "web.complaints.law.us-ca":
    "Californie : vous pouvez réclamer auprès de la California Privacy Protection Agency ou du procureur général. Il n’est pas nécessaire de nous écrire d’abord.",
  "web.authority.title": "Votre autorité de contrôle",
  "web.authority.yours": "Pour votre pays ({country}) :",
  "web.authority.unknown":
    "Nous ne savons pas dans quel pays vous êtes. Ces autorités nous contrôlent :",
  "web.authority.none":
    "Nous ne pouvons nommer aucune autorité pour ce pays ({country}). Vous pouvez tout de même réclamer auprès de nous, ou de l’une de celles-ci :",
  "web.authority.pick": "L’autorité d’un autre pays",
  "web.authority.show": "Afficher",

  "web.versions.title": "Toutes les versions de la notice",
  "web.versions.old": "Ceci est une version antérieure. Celle en vigueur se trouve {link}.",
  "web.versions.link": "ici",

  "web.cookies.title": "Cookies et techniques semblables",
  "web.cookies.lead":
    "Cette liste est celle qui est appliquée : rien d’autre n’est déposé sur ce site.",
  "web.cookies.choice": "Votre choix",
  "web.cookies.without_script": "Choisissez ici ; cela fonctionne sans JavaScript.",

  "web.receipt.title": "Reçu",
  "web.receipt.lead":
    "Ce que vous avez décidé, sous quelle notice, et la preuve que cela figure dans notre registre public.",
  "web.receipt.json": "Le reçu sous forme de fichier",
  "web.receipt.verify": "Vérifiez-le sans nous : {command}",
  "web.receipt.waiting":
    "Le registre intègre les écritures toutes les quelques secondes. D’ici là, ceci est une promesse signée ; la preuve suivra à cette adresse.",

  "web.transparency.title": "Transparence",
  "web.transparency.lead":
    "L’état de notre registre public. Chacun peut vérifier que rien n’y a été modifié ni retiré.",
  "web.transparency.size": "{count} écritures",
  "web.transparency.key": "Clé du registre",
  "web.transparency.witness":
    "Sans témoin hors de notre maison, nous pourrions encore réécrire tout le registre ; une copie de ce point de contrôle entre vos mains l’empêche.",

  "web.mailbox.title": "Boîte de développement",
  "web.mailbox.lead":
    "Chaque message que le produit envoie tant qu’aucun serveur de messagerie n’est configuré, reçu par un vrai SMTP.",
  "web.mailbox.empty":
    "Aucun message. Envoyez un formulaire du site, et le message qu’il provoque apparaîtra ici.",
  "web.mailbox.from": "De",
  "web.mailbox.to": "À",
  "web.mailbox.subject": "Objet",
  "web.mailbox.received": "Reçu",
  "web.mailbox.text": "Texte",
  "web.mailbox.headers": "En-têtes",

  "web.banner.title": "Votre choix",
  "web.banner.body":
    "Les cookies nécessaires font fonctionner le site. Pour le reste, nous vous demandons : chaque finalité reste inactive sauf si vous l’activez.",
  "web.banner.accept": "Tout accepter",
  "web.banner.refuse": "Tout refuser",
  "web.banner.choose": "Choisir",
  "web.banner.save": "Enregistrer mon choix",
  "web.banner.back": "Retour",
  "web.banner.reopen": "Choix des cookies",
  "web.banner.signal":
    "Votre navigateur envoie le signal Global Privacy Control. Nous le respectons : ce qu’il couvre reste inactif sauf si vous l’activez ici.",
  "web.banner.failed":
    "Votre choix n’a pas pu être enregistré ; rien n’a donc été activé. Veuillez réessayer.",
  "web.banner.recorded": "Votre choix est enregistré.",
  "web.banner.receipt": "Reçu",
  "web.banner.changed": "Ceci a changé depuis votre choix, ou est nouveau :",
  "web.banner.items": "Ce qui est déposé",
  "web.lifetime.session": "jusqu’à la fermeture du navigateur",
  "web.lifetime.unknown": "durée non déclarée",
};
