import type { StarterTexts } from "./starter.en.ts";

export const starterFr: StarterTexts = {
  title: "Avis de confidentialité et cookies",
  "category.email": "Adresse e-mail",
  "category.name": "Nom",
  "category.phone": "Numéro de téléphone",
  "category.company": "Entreprise",
  "category.job": "Fonction",
  "category.country": "Pays",
  "category.message": "Ce que vous nous écrivez",
  "category.choices": "Vos choix sur les cookies et les messages",
  "category.visits": "Les pages que vous ouvrez et un identifiant de votre navigateur",
  "event.last-contact": "le dernier contact avec vous",
  "event.withdrawal": "votre retrait",
  "topic.news": "Nouvelles",
  "source.forms": "Formulaires de notre site",
  "source.forms.needed":
    "Vous ne devez rien nous donner. Sans ce qu’un formulaire marque comme obligatoire, nous ne pouvons pas vous répondre.",
  "source.letters": "Lettres, appels et e-mails",
  "source.browser": "Votre navigateur, quand vous visitez notre site",

  "enquiries.name": "Vous répondre",
  "enquiries.about":
    "Nous répondons à ce que vous demandez ou écrivez, et gardons la réponse tant qu’elle peut compter.",
  "enquiries.because":
    "Nous avons intérêt à répondre à qui nous écrit, et vous attendez une réponse. Rien d’autre n’en est fait.",
  "choices.name": "Retenir vos choix",
  "choices.about":
    "Nous notons ce que vous avez permis, refusé ou retiré, pour nous y tenir et pouvoir le montrer.",
  "choices.because": "La loi demande que nous puissions montrer ce que vous avez accepté.",
  "newsletter.name": "Lettre d’information",
  "newsletter.about": "Nous vous envoyons des nouvelles de notre travail et de nos produits.",
  "statistics.name": "Statistiques",
  "statistics.about": "Nous comptons les pages ouvertes, pour améliorer le site.",

  "hosting.name": "L’hébergeur de notre site et de notre courrier",
  "hosting.about": "Conserve ce que contiennent notre site et nos boîtes aux lettres.",
  "statistics.recipient": "Compte les visites pour nous.",

  "item.choice": "Garde ce que vous avez choisi pour les cookies.",
  "item.statistics": "Distingue les navigateurs pour compter les visites.",

  "form.contact": "Écrivez-nous",
  "form.newsletter": "S’abonner à la lettre d’information",
  "field.name": "Nom",
  "field.email": "Adresse e-mail",
  "field.message": "Message",

  identity:
    "Nous envoyons un lien à l’adresse que concerne la demande. Qui l’ouvre a montré que l’adresse est la sienne.",
  "complaint.controller":
    "Écrivez-nous ; nous confirmons sous 30 jours l’avoir reçue et répondons dès que possible.",
  "complaint.authority": "Vous pouvez vous adresser à tout moment à l’autorité de contrôle.",

  "who.title": "Qui nous sommes",
  "who.short": "{organisation} décide comment et pourquoi vos données sont utilisées.",
  "who.body": "« Nous » désigne dans cet avis {organisation}.",
  "collect.title": "Ce que nous recueillons",
  "collect.short": "Ce que vous nous donnez, et guère plus.",
  "collect.body":
    "Nous ne recueillons que ce qui est dans cette liste, et seulement de ces endroits.",
  "use.title": "À quoi cela sert",
  "use.short": "À vous répondre, à respecter vos choix, et à ce qui est énuméré ici.",
  "use.body":
    "Chaque finalité a sa propre base légale. Nous n’utilisons vos données pour rien qui ne soit énuméré.",
  "newsletter.title": "Lettre d’information",
  "newsletter.short": "Seulement si vous vous abonnez ; un clic y met fin.",
  "newsletter.body":
    "Quand vous vous abonnez, nous vous demandons d’abord par e-mail de confirmer votre adresse. Chaque numéro porte un lien pour partir. Vous pouvez changer ce que vous recevez : {{page:preferences}}.",
  "cookies.title": "Cookies",
  "cookies.short": "Le strict nécessaire, et rien d’autre sans votre accord.",
  "cookies.body":
    "Voici la liste complète de ce qui est gardé sur votre appareil. Vous pouvez changer votre choix à tout moment : {{page:cookies}}.",
  "share.title": "Qui d’autre les voit",
  "share.short": "Ceux qui travaillent pour nous, et personne d’autre sans une raison dite ici.",
  "share.body":
    "Ceux qui travaillent pour nous suivent nos instructions selon un contrat. Nous ne communiquons des données à un tribunal ou à une autorité que si la loi nous y oblige.",
  "transfer.title": "Autres pays",
  "transfer.short":
    "Si des données vont dans un autre pays, elles y sont protégées comme le dit cette liste.",
  "transfer.none.short": "Nous n’envoyons pas vos données dans des pays sans protection adéquate.",
  "transfer.body": "Vous obtenez une copie des garanties auprès de {{contact:privacy}}.",
  "retention.title": "Combien de temps nous les gardons",
  "retention.short": "Aussi longtemps que la finalité l’exige, puis elles sont effacées.",
  "object.title": "Votre droit d’opposition",
  "object.short":
    "Vous pouvez vous opposer à tout moment à ce qui repose sur nos intérêts, et au marketing direct sans donner de raison.",
  "object.body":
    "Si vous vous opposez au marketing direct, il cesse. Si vous vous opposez à autre chose qui repose sur nos intérêts, nous cessons, sauf motifs impérieux que nous devons montrer.",
  "rights.title": "Vos droits",
  "rights.short":
    "Vous pouvez voir, corriger, emporter, limiter ou faire effacer ce que nous détenons sur vous.",
  "rights.body":
    "Nous répondons sous un mois. Ce que vous avez accepté, vous pouvez le retirer à tout moment, aussi facilement que vous l’avez donné.",
  "automated.title": "Aucune décision par machine seule",
  "automated.short":
    "Aucune machine ne décide à votre sujet quoi que ce soit qui ait un effet juridique ou vous touche de façon semblable.",
  "complaints.title": "Réclamations",
  "complaints.short": "À nous d’abord si vous voulez ; à l’autorité de contrôle dans tous les cas.",
  "changes.title": "Changements de cet avis",
  "changes.short":
    "Chaque changement fait une nouvelle version datée ; nous vous disons les importants par e-mail.",
};
