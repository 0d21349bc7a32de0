import { type Cast, dayOf, inParis, later, nameOf, next, passTo, type Setting, titles } from "./setting.ts";

/** Where the call's things stand in the portal. */
export interface Call {
  campaign: string;
  theme: string;
  nationalGroup: string;
}

/** Step 1. A campaign, a theme with the inspection générale's agreement, and not before: the call is open (R01, R17, R18). */
export async function openTheCall(setting: Setting, cast: Cast): Promise<Call> {
  const { programme, expert } = cast;
  const campaign = await prepareACampaign(setting, cast);
  await expert.goes(campaign);
  await expert.follows("Proposer un thème");
  await expert.fills({
    "Titre du thème": titles(setting).theme,
    Problématiques: "Que gagne l’élève à recueillir ses propres données ?",
    "Axes de travail": "Capteurs\nDonnées ouvertes",
  });
  await expert.ticks("Sciences de la vie et de la Terre");
  await expert.looks("theme-propose");
  await expert.presses("Proposer le thème");
  const theme = await expert.arrives(/\/espace\/themes\/[0-9a-f-]{36}$/);

  await programme.goes(theme);
  for (const [role, who] of [
    [/Inspection générale/, "inspector-general"],
    [/Expert/, "expert"],
  ] as const) {
    await programme.opens("Nommer l’inspection générale et les expert·es");
    await programme.chooses({ "Rôle dans le groupe": role });
    await programme.picks("Personne", nameOf(who));
    await programme.presses("Donner ce siège");
    await programme.hears(new RegExp(`${nameOf(who)} : .*Le siège est donné`));
  }
  await programme.looks("theme-encadre");
  await agree(cast, theme);
  await cast.dan.goes(theme);
  await cast.dan.reads("Voir tout le groupe national et ses équipes");
  await cast.dan.follows("Voir tout le groupe national et ses équipes");
  const nationalGroup = await cast.dan.arrives(/\/groupes-nationaux\//);
  await nameTheAcademys(cast);
  await programme.goes(campaign);
  await programme.presses("Ouvrir l’appel");
  await programme.looks("appel-a-ouvrir");
  await programme.submits("Ouvrir l’appel");
  await programme.reads(/Clore l’appel avant son terme/);
  return { campaign, theme, nationalGroup };
}

async function prepareACampaign(setting: Setting, { programme, referent }: Cast): Promise<string> {
  const today = await next(setting, "08-31");
  await passTo(setting.trame, today);
  await programme.goes("/espace/campagnes");
  await programme.presses("Préparer une campagne");
  await programme.submits("Créer la campagne");
  await programme.looks("campagne-refusee");
  await programme.fills({
    "Année scolaire": setting.turn,
    "Premier jour de l’année": dayOf(today),
    "Dernier jour de l’année": dayOf(later(today, 313)),
    "Ouverture de l’appel": inParis(later(today, -1)),
    "Clôture de l’appel": inParis(later(today, 20)),
  });
  await programme.submits("Créer la campagne");
  const campaign = await programme.arrives(/\/espace\/campagnes\/[0-9a-f-]{36}$/);
  await programme.looks("campagne");
  await referent.goes("/espace/campagnes");
  await referent.isNotOffered("Préparer une campagne");
  return campaign;
}

async function agree({ "inspector-general": inspector, expert }: Cast, theme: string): Promise<void> {
  await expert.goes(theme);
  await expert.isNotOffered("Donner l’accord de l’inspection générale");
  await inspector.goes(theme);
  await inspector.reads("Donner l’accord de l’inspection générale");
  await inspector.presses("Donner l’accord de l’inspection générale");
  await inspector.submits("Donner l’accord");
  await inspector.reads(/Donné le/);
}

/** Before the academy has a group, its DAN says who will draft and who will steer. */
async function nameTheAcademys({ dan }: Cast): Promise<void> {
  await dan.reads("Nommer pour l’académie : Rennes");
  for (const [role, who] of [
    [/référent/i, "referent"],
    [/pilote/i, "pilot"],
  ] as const) {
    await dan.opens("Nommer pour l’académie : Rennes");
    await dan.chooses({ "Rôle dans le groupe": role });
    if (who === "pilot") await dan.chooses({ "Corps d’inspection": /IA-IPR/ });
    await dan.picks("Personne", nameOf(who));
    await dan.presses("Donner ce siège");
    await dan.hears(new RegExp(`${nameOf(who)} : .*Le siège est donné`));
  }
  await dan.looks("academie-nommee");
}

/** Step 2. The référente writes, what is missing is said, both sign, the pilot submits (R19, R43, R46). */
export async function apply(
  setting: Setting,
  { referent, dan, pilot, teacher }: Cast,
  { theme }: Call,
): Promise<string> {
  const search = theme.replace("/espace/themes/", "/espace/candidatures/nouvelle?theme=");
  await referent.goes(search);
  await referent.reads("Commencer la candidature");
  await referent.fills({ "Titre du projet": titles(setting).project });
  await referent.presses("Commencer la candidature");
  const application = await referent.arrives(/\/espace\/candidatures\/[0-9a-f-]{36}$/);
  await teacher.goes("/espace/candidatures");
  await pilot.goes(application);
  await pilot.opens("Déposer la candidature");
  await pilot.presses("Confirmer le dépôt");
  await pilot.looks("depot-refuse");

  await referent.fills({
    Problématique: "Comment passer de la mesure au raisonnement ?",
    Objectifs: "Recueillir, traiter et discuter des mesures.",
    "Niveaux visés": "Seconde générale et technologique",
  });
  await referent.ticks("L’académie s’engage");
  await referent.picks("Inspection pilote", nameOf("pilot"));
  for (const name of [nameOf("teacher"), ...OTHERS]) await referent.picks("Ajouter un·e enseignant·e", name);
  await referent.hears(/3 enseignant·es, dont 3 en classe/);
  await referent.hears(/Enregistré/);
  await referent.looks("candidature");
  await referent.isNotOffered("Déposer la candidature");

  await dan.goes(application);
  await dan.opens("Cosigner la candidature");
  await dan.presses("Confirmer la cosignature");
  await dan.reads(/Signée|signé/);
  await pilot.goes(application);
  await pilot.opens("Déposer la candidature");
  await pilot.presses("Confirmer le dépôt");
  await pilot.reads(/Déposée/);
  return application;
}

/** A correction is asked for with its reason; it makes the signatures fall, which are given again for all at once (R31). */
export async function correct({ programme, referent, dan, pilot }: Cast, application: string): Promise<void> {
  const reason = "Dites comment les élèves discutent leurs mesures.";
  await programme.goes(application);
  await programme.opens("Demander une correction");
  await programme.fills({ "Ce qui est à corriger": reason });
  await programme.submits("Renvoyer à l’académie");
  await programme.hears(/À corriger/);
  await referent.goes(application);
  await referent.hears(reason);
  await referent.fills({ Objectifs: "Recueillir, traiter et discuter des mesures et leurs incertitudes." });
  await referent.hears(/Enregistré à/);
  for (const signatory of [dan, pilot]) {
    await signatory.goes("/espace/candidatures/a-cosigner");
    await signatory.submits("Cosigner les candidatures cochées");
    await signatory.hears("Les candidatures cochées sont cosignées.");
  }
  await pilot.goes(application);
  await pilot.opens("Déposer la candidature");
  await pilot.submits("Confirmer le dépôt");
  await pilot.hears(/Déposée/);
}

/** Two more teachers of the academy, as the demonstration names them. */
const OTHERS = ["Valérie Quentric", "Erwan Bothorel"];

/** Step 3. The programme office decides with a reason, proofreads the letter, publishes together (R20, R21). */
export async function select({ programme, referent }: Cast, { campaign }: Call, application: string): Promise<void> {
  await programme.goes(application);
  await programme.opens("Décider de cette candidature");
  await programme.fills({ Raison: "Projet mutualisé, équipe solide." });
  await programme.presses("Enregistrer la décision");
  await programme.reads("Relire la lettre");
  await programme.opens("Relire la lettre");
  await programme.looks("lettre-a-relire");
  await programme.presses("Enregistrer la lettre");
  await referent.goes(application);
  await referent.isNotOffered("Relire la lettre");

  await programme.goes(campaign);
  await programme.follows("Sélection des candidatures");
  await programme.looks("selection");
  await programme.opens("Publier 1 décision préparée");
  await programme.submits("Publier");
  await programme.reads(/Aucune décision n’attend sa publication/);
  await referent.goes(application);
  await referent.reads("Groupe académique du projet");
  await referent.looks("candidature-retenue");
}
