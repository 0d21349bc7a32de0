import type { Db } from "../database.ts";
import { nameOf, type Role } from "../domain/role.ts";

const MOST = 500;

/** What people holds of a person, in words. */
export async function heldByPeople(db: Db, personId: string) {
  const [person, identities, mandates, facts] = await Promise.all([
    db.person.findUnique({ where: { id: personId } }),
    db.identity.findMany({ where: { personId }, orderBy: [{ issuer: "asc" }, { subject: "asc" }] }),
    db.mandate.findMany({ where: { personId }, orderBy: [{ startsOn: "desc" }, { id: "asc" }], take: MOST }),
    db.participationFact.findMany({
      where: { personId },
      orderBy: [{ happenedOn: "desc" }, { id: "asc" }],
      take: MOST,
    }),
  ]);
  if (!person) return [];
  const fields = {
    Prénom: person.givenName,
    Nom: person.familyName,
    Adresse: person.email,
    Fonction: person.position,
    Académie: person.academyCode,
    Établissement: person.establishment,
  };
  const given = Object.entries(fields).flatMap(([name, value]) => (value ? [`${name} : ${value}`] : []));
  return [
    held(
      IDENTITY,
      given.map((label) => ({ label, path: "/espace/mes-donnees" })),
    ),
    held(
      ACCOUNTS,
      identities.map(({ issuer }) => ({
        label: `Compte chez ${issuer === "*" ? "le fournisseur de démonstration" : issuer}`,
      })),
    ),
    held(
      MANDATES,
      mandates.map(({ role, startsOn, endsOn, givenAt }) => ({
        label: `${nameOf[role as Role]}, du ${startsOn} ${endsOn ? `au ${endsOn}` : "sans terme"}`,
        at: givenAt,
        path: "/espace/mandats",
      })),
      await db.mandate.count({ where: { personId } }),
    ),
    held(
      FACTS,
      facts.map(({ kind, happenedOn }) => ({
        label: FACT_NAMES[kind] ?? kind,
        at: new Date(`${happenedOn}T12:00:00Z`),
      })),
      await db.participationFact.count({ where: { personId } }),
    ),
  ];
}

const FACT_NAMES: Record<string, string> = {
  ATTENDED: "Présence à une réunion",
  AUTHORED: "Auteur d'un scénario publié",
  IMPLEMENTED: "Mise en œuvre en classe",
  GAVE_FEEDBACK: "Retour d'expérience",
};

interface Sort {
  label: string;
  purpose: string;
  retention: string;
}

const IDENTITY: Sort = {
  label: "Identité et fonction",
  purpose: "Savoir qui participe, et à qui écrire.",
  retention: "Jusqu'à l'effacement, demandé ou au terme de la conservation.",
};
const ACCOUNTS: Sort = {
  label: "Comptes rattachés",
  purpose: "Reconnaître la personne quand elle se connecte.",
  retention: "Jusqu'à l'effacement.",
};
const MANDATES: Sort = {
  label: "Mandats",
  purpose: "Donner à chacun ses droits et son siège.",
  retention: "Gardés sans nom après un effacement, pour les chiffres de participation.",
};
const FACTS: Sort = {
  label: "Participation",
  purpose: "Compter les personnes, sans les nommer.",
  retention: "Gardée sans nom après un effacement.",
};

interface Item {
  label: string;
  at?: Date | null;
  path?: string;
}

const held = (sort: Sort, items: Item[], count = items.length) => ({
  ...sort,
  count,
  items: items.map(({ label, at, path }) => ({ label, at: at ?? null, path: path ?? null })),
});
