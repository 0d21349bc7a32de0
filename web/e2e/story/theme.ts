import type { Trame } from "../../../services/kit/dev/supervisor.ts";
import type { Call } from "./call.ts";
import { type Cast, nameOf, next, passTo, type Setting } from "./setting.ts";

const REPORT = "Trois classes ont mesuré ; il nous manque un protocole pour l’hiver.";

/** Step 10. The référente reports to the whole national group, which the expert convenes to the year's first point (R35, R36, R82). */
export async function convene({ referent, expert, teacher }: Cast, { theme }: Call): Promise<string> {
  await referent.goes(`${theme}/avancement`);
  await referent.fills({ "Où en êtes-vous": REPORT });
  await referent.submits("Rendre compte");
  await referent.hears("Votre point d’étape est lisible par tout le groupe national.");

  await expert.goes(theme.replace("/themes/", "/reunions?theme="));
  await expert.follows("Réunion de lancement au ministère");
  const meeting = await expert.arrives(/\/espace\/reunions\/[0-9a-f-]{36}$/);
  await expert.hears(REPORT);
  await expert.submits("Convoquer le groupe");
  await expert.hears(/Personnes convoquées/);
  await referent.goes(meeting);
  await referent.ticks("Je viendrai");
  await referent.presses("Répondre");
  await teacher.goes(meeting);
  await teacher.isNotOffered(/Convoquer|Constater/);
  return meeting;
}

/** Step 11. It is held; its minutes say how the group works; another text is put online at its address (R85, R87, R88). */
export async function lead(setting: Setting, { expert, teacher }: Cast, meeting: string): Promise<void> {
  await passTo(setting.trame, await next(setting, "10-05"));
  await expert.goes(meeting);
  await expert.opens("Constater la tenue et les présences");
  await expert.chooses({ [nameOf("expert")]: "Présent·e" });
  await expert.submits("Constater la tenue");
  await expert.fills({
    "Compte rendu": "Chaque académie a présenté ses protocoles.",
    "Modalités de travail": "Un fil commun, et deux points à distance.",
  });
  await expert.hears(/Enregistré/);
  await expert.looks("compte-rendu-national");
  await expert.submits("Approuver le compte rendu");
  await expert.hears(/Approuvé le/);
  await expert.fills({
    Synthèse: "Les académies comparent leurs protocoles de mesure.",
    "Adresse de la page": "https://eduscol.education.fr/traam/svt/premiere-reunion",
  });
  await expert.submits("Mettre en ligne la synthèse");
  await expert.hears(/En ligne depuis/);
  await teacher.goes(meeting);
  await teacher.hears("Les académies comparent leurs protocoles de mesure.");
}

/** Step 13. The expert writes and signs what the year was, nobody else; it reaches its recipients, one of whom says so (R91 to R98). */
export async function synthesise(setting: Setting, cast: Cast, { theme }: Call): Promise<void> {
  const { expert, programme, teacher } = cast;
  const synthesis = await write(cast, theme);
  await giveAddresses(cast);
  await programme.goes(synthesis);
  await programme.opens("Diffuser la synthèse");
  await programme.submits("Diffuser à tous les destinataires");
  await programme.hears(/exemplaires envoyés, 0 lu/);
  await programme.looks("synthese-diffusee");

  await teacher.goes(await personalLink(setting.trame, nameOf("teacher")));
  await teacher.presses("Ouvrir la synthèse");
  await teacher.fills({ "Un mot": "Merci à toute l’équipe." });
  await teacher.presses("Accuser réception");
  await teacher.hears(/Vous avez accusé réception/);
  await teacher.looks("accuse-de-reception");
  await teacher.follows("Lire la synthèse");
  await teacher.looks("synthese-publique");
  await expert.goes(synthesis);
  await expert.hears(/1 lu/);
  await programme.goes(theme);
  await programme.reads("Synthèse diffusée");
}

async function write({ expert, programme, "inspector-general": inspector }: Cast, theme: string): Promise<string> {
  await expert.goes(theme);
  await expert.follows(/^Synthèse :/);
  const synthesis = await expert.arrives(/\/espace\/syntheses\/[0-9a-f-]{36}$/);
  await expert.fills({
    "Modalités et conditions de généralisation": "Deux capteurs par classe suffisent.",
    Perspectives: "Suivre une haie sur plusieurs années.",
  });
  await expert.hears(/Enregistré/);
  await programme.goes(synthesis);
  await programme.isNotOffered("Signer la synthèse");
  await inspector.goes(synthesis);
  await inspector.opens("Écrire l’avant-propos");
  await inspector.fills({ "Avant-propos": "Des élèves qui mesurent raisonnent mieux." });
  await inspector.submits("Enregistrer l’avant-propos");
  await expert.goes(synthesis);
  await expert.opens("Signer la synthèse");
  await expert.submits("Signer définitivement");
  await expert.hears(/a signé le/);
  return synthesis;
}

/** Nothing leaves while one of them cannot be written to (R94 to R98). */
async function giveAddresses({ programme }: Cast): Promise<void> {
  await programme.goes("/espace/destinataires");
  for (const code of ["IGEN", "DGESCO", "DRDIE", "IHEEF", "ESPE-14"]) {
    await programme.opens(`Adresse : ${code}`);
    await programme.fills({ "Adresse de courriel": `${code.toLowerCase()}@example.org` });
    await programme.submits("Enregistrer");
    await programme.hears(`${code.toLowerCase()}@example.org`);
    await programme.presses("Annuler");
  }
}

/** From the mail that a recipient has received: as the development's mailbox keeps it. */
async function personalLink({ urls }: Trame, name: string): Promise<string> {
  const family = name.split(" ").at(-1)?.toLowerCase() ?? "";
  for (let attempt = 0; attempt < 100; attempt++) {
    const mails = (await (await fetch(`${urls.mail}/courriels.json`)).json()) as { to: string; text: string }[];
    const [link] = mails
      .filter(({ to }) => to.includes(family))
      .flatMap(({ text }) => /\/syntheses\/lire\/[\w-]+/.exec(text) ?? []);
    if (link) return link;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  throw new Error(`no synthesis has reached ${name}`);
}
