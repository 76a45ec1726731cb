/**
 * What a refusal says to a reader of French, by its code. In English it is the title where the code
 * is declared (`errors.ts`).
 */
export const refusalsFr: { readonly [code: string]: string } = {
  "http.not_found": "Il n’y a rien à cette adresse. Vérifiez-la, ou partez de la première page.",
  "http.invalid":
    "Ce qui a été envoyé n’a pas la forme attendue. Revenez en arrière, regardez ce que vous avez saisi et renvoyez-le.",
  "http.too_many": "Trop de requêtes viennent de cette adresse. Réessayez dans une minute.",
  "http.too_large": "C’est trop volumineux. Envoyez moins de texte ou un fichier plus petit.",
  "http.bad_request": "La requête n’a pas pu être lue. Revenez en arrière et réessayez.",
  "http.defect":
    "Quelque chose n’a pas fonctionné chez nous, et rien n’a été enregistré. La faute est dans notre journal ; réessayez plus tard.",
  "http.cross_site":
    "Cette requête venait d’un autre site et a été refusée. Ouvrez la page elle-même et envoyez le formulaire depuis là.",
  "database.away":
    "La base de données ne répond pas en ce moment ; nous ne savons pas si l’envoi a été enregistré. Réessayez dans quelques secondes.",

  "form.no_notice": "Aucune notice n’est en vigueur, donc rien ne peut être recueilli.",
  "form.notice_changed":
    "La notice a changé pendant que le formulaire était ouvert. Lisez-la et renvoyez le formulaire.",
  "form.unknown_form": "La notice ne déclare pas ce formulaire.",
  "form.unknown_language": "La notice n’est pas écrite dans cette langue.",
  "form.unknown_extract":
    "Ce qui figurait à côté du formulaire n’est pas ce que nous y montrons. Rouvrez-le.",
  "form.unknown_field": "Le formulaire ne déclare pas ce champ.",
  "form.invalid_fields": "Certains champs sont à revoir.",
  "form.repeated_key":
    "Ce formulaire a déjà été envoyé avec un autre contenu. Veuillez l’ouvrir à nouveau.",
  "form.denied": "La notice ne permet pas de recueillir cela.",
  "asset.unknown": "Ce document n’existe pas.",

  "choice.no_notice": "Aucune notice n’est en vigueur, donc il n’y a rien à choisir.",
  "choice.notice_changed":
    "La notice a changé depuis que la question a été posée. Veuillez la regarder à nouveau.",
  "choice.unknown_purpose": "La notice ne déclare pas cette finalité.",
  "choice.unknown_scope": "La notice ne déclare pas ce moyen ou ce sujet pour cette finalité.",
  "choice.unknown_wording": "Ce texte n’a pas été montré par nous. Rouvrez la page.",

  "rights.no_notice": "Aucune notice n’est en vigueur. Écrivez-nous par e-mail.",
  "rights.not_an_address":
    "Cela ne ressemble pas à une adresse e-mail, comme nom@entreprise.example.",
  "rights.unknown_request": "Une telle demande n’existe pas.",
  "rights.not_open": "Dans son état actuel, rien de tel n’est possible avec la demande.",
  "rights.no_words": "La lettre a besoin de quelques mots de votre part.",
  "rights.unknown_ground": "Une demande de ce genre ne se refuse pas ainsi.",
  "rights.asked_before": "La personne a déjà été interrogée.",
  "rights.no_extension":
    "La loi ne permet pas de prolongation de cette demande, ou plus maintenant.",
  "rights.unknown_value": "La personne n’a pas une telle valeur, ou elle ne se rectifie pas ainsi.",
  "rights.not_linked": "Les deux ne sont pas liés.",
  "rights.denied": "La demande n’a pas pu être reçue.",

  "message.no_notice": "Aucune notice n’est en vigueur, donc rien ne peut être envoyé.",
  "message.unknown_class": "La notice ne déclare pas cette classe de messages.",
  "message.unknown_template": "Ce modèle n’existe pas.",
  "message.wrong_class": "Ce modèle ne peut pas partir comme message de cette classe.",
  "message.bad_parameter": "Les paramètres d’un message sont des identifiants et des codes.",

  "campaign.unknown": "Cette campagne n’existe pas.",
  "campaign.undeclared":
    "La notice ne déclare pas cette finalité, ce sujet ou cette langue pour des messages par e-mail.",
  "campaign.not_a_draft": "Cette campagne a déjà été lancée.",
  "campaign.no_notice": "Aucune notice n’est en vigueur, donc rien ne peut partir.",

  "change.no_notice": "Aucune notice n’est en vigueur, donc un brouillon ne changerait rien.",
  "change.no_impact": "L’effet de ce brouillon n’a pas encore été examiné.",
  "change.no_telling": "Personne n’avait à être informé de cette version.",

  "notice.no_change": "Cette version dit la même chose que la dernière ; il n’y a rien à publier.",
  "notice.goes_back":
    "Une version ne peut pas être datée d’avant celle qu’elle suit, ni entrer en vigueur avant elle.",
  "notice.wrong_version": "Le numéro de version doit être le suivant.",
  "notice.unknown_version": "Cette version de la notice n’existe pas.",
  "notice.unknown_draft": "Ce brouillon n’existe pas.",
  "notice.edited_meanwhile":
    "Quelqu’un a enregistré ce brouillon après que vous l’avez ouvert. Votre texte n’a pas remplacé le sien.",
  "notice.draft_scheduled": "Ce brouillon attend sa publication. Retirez-le d’abord.",
  "notice.draft_closed": "Ce brouillon a été publié ou abandonné.",
  "notice.too_many_edits":
    "Ce brouillon a été enregistré trop souvent. Commencez-en un autre avec son texte.",
  "notice.too_large": "Un manifeste a au plus 1 048 576 caractères.",
  "notice.does_not_compile": "Ce texte n’est pas encore un manifeste qui peut être publié.",
  "notice.not_in_review": "Ce brouillon n’attend pas de relecture.",
  "notice.other_text": "Le texte du brouillon n’est plus celui que vous avez regardé.",
  "notice.own_work":
    "Qui a écrit une partie d’un brouillon ne peut pas le relire. Demandez à un collègue.",
  "notice.not_alone":
    "Seul un propriétaire qui est seul dans la maison peut approuver son propre brouillon, avec une raison.",
  "notice.reason_missing": "Dites pourquoi : ce que vous écrivez est gardé avec la version.",
  "notice.not_approved": "Seul un brouillon approuvé, avec ce texte même, peut être publié.",
  "notice.wrong_time": "La publication doit avoir lieu dans l’avenir, et dans un an au plus.",
  "notice.not_scheduled": "Ce brouillon n’attend pas de publication.",
  "notice.too_late":
    "Ce brouillon est publié en ce moment même ; il n’est plus possible de le retirer.",

  "staff.wrong_credentials": "Cette adresse et ce mot de passe ne vont pas ensemble.",
  "staff.throttled": "Trop d’essais ont échoué. Veuillez attendre quelques minutes.",
  "staff.not_signed_in": "Veuillez vous connecter.",
  "staff.not_allowed": "Votre rôle ne permet pas cela.",
  "staff.link_over":
    "Ce lien a servi ou a expiré. Demandez-en un nouveau au collègue qui l’avait fait.",
  "staff.weak_password":
    "Choisissez un mot de passe d’au moins 12 caractères qui n’est pas des plus courants.",
  "staff.wrong_password": "Ce n’est pas votre mot de passe actuel.",
  "staff.known_address": "Un compte a déjà cette adresse.",
  "staff.address_missing": "Il faut une adresse e-mail.",
  "staff.bad_address": "Cela ne ressemble pas à une adresse e-mail, comme nom@entreprise.example.",
  "staff.name_missing": "Il faut un nom.",
  "staff.unknown": "Ce collègue n’est plus là.",
  "staff.unknown_invitation":
    "Cette invitation n’est plus là : elle a servi, a été retirée ou a expiré.",
  "staff.last_owner":
    "Le dernier propriétaire doit rester. Donnez d’abord ce rôle à quelqu’un d’autre.",
  "staff.own_link": "Vous êtes connecté : changez votre mot de passe sur la page de votre compte.",

  "vault.unknown_permit": "Ce permis n’a pas été fait par ce serveur.",
  "vault.permit_over": "Le permis a expiré. Redemandez-le.",
  "vault.permit_void":
    "La situation de la personne ou la notice a changé depuis que le permis a été fait. Redemandez-le.",
  "vault.not_permitted": "Le permis ne couvre pas cela.",
};
