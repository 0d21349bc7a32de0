import { type Refusal, refuseAll } from "@trame/kit/refusal";
import { refusals } from "../errors.ts";
import { labelled } from "./texts.ts";

/** For whom the letter is meant in particular (R75 to R81), and two more: any teacher, and whoever else. */
export const FUNCTIONS = [
  { code: "ACADEMIC_TEAM", label: "Membre d'une équipe académique", requirement: "R75" },
  { code: "IAN", label: "Interlocuteur ou interlocutrice académique pour le numérique (IAN)", requirement: "R76" },
  { code: "DIGITAL_REFERENT", label: "Référent·e numérique", requirement: "R77" },
  { code: "TRAINER", label: "Formateur ou formatrice académique", requirement: "R78" },
  { code: "CANOPE", label: "Animateur ou animatrice d'un atelier Canopé", requirement: "R79" },
  { code: "ADVISER", label: "Conseiller ou conseillère pédagogique", requirement: "R80" },
  { code: "FIRST_DEGREE_DIGITAL", label: "Enseignant·e chargé·e du numérique dans le 1er degré", requirement: "R81" },
  { code: "TEACHER", label: "Enseignant·e", requirement: "R15" },
  { code: "OTHER", label: "Autre", requirement: "R75" },
] as const;
export type LetterFunction = (typeof FUNCTIONS)[number]["code"];

export const FREQUENCIES = [
  { code: "EACH", label: "Chaque numéro, à sa parution" },
  { code: "WEEKLY", label: "Un courriel par semaine au plus, le lundi" },
  { code: "MONTHLY", label: "Un courriel par mois au plus, le premier du mois" },
] as const;
export type LetterFrequency = (typeof FREQUENCIES)[number]["code"];

/** The audiences that mandates make by themselves: nobody of a team has to subscribe (R75, R76). */
export const FUNCTION_OF_ROLE: Readonly<Record<string, LetterFunction>> = {
  TEACHER: "ACADEMIC_TEAM",
  REFERENT: "ACADEMIC_TEAM",
  PILOT: "ACADEMIC_TEAM",
  CARDIE: "ACADEMIC_TEAM",
  IEN: "ACADEMIC_TEAM",
  IAN: "IAN",
};

/** What a reader says of himself or herself, and wants. */
export interface Wishes {
  function: string;
  otherFunction: string | null;
  academyCode: string | null;
  /** Series; none is all of them. */
  newsletterIds: string[];
  frequency: string;
}

export interface Subscriber extends Wishes {
  id: string;
  email: string;
  state: "PENDING" | "CONFIRMED" | "UNSUBSCRIBED" | "BOUNCED";
  source: "FORM" | "IMPORT";
  /** What the consent or the import says, in words. */
  consent: string;
  requestedAt: Date;
  confirmedAt: Date | null;
  endedAt: Date | null;
  bounces: number;
}

/** The words to which a reader agrees, kept with the consent. */
export const CONSENT =
  "J'accepte de recevoir par courriel la lettre Édu_Num aux conditions choisies ici. Je peux changer d'avis à tout moment, par le lien de chaque courriel.";

export const emailOf = (text: string): string => text.trim().toLowerCase();

export const isEmail = (email: string): boolean =>
  email.length <= 254 && /^[^\s@<>(),;:"\\]+@[^\s@<>]+\.[^\s@<>.]{2,}$/.test(email);

export interface Known {
  newsletterIds: ReadonlySet<string>;
  academyCodes: ReadonlySet<string>;
}

/** Every reason at once; empty when the wishes can be kept. */
export const wishesRefused = (wishes: Wishes, known: Known): Refusal[] => [
  ...(FUNCTIONS.some(({ code }) => code === wishes.function) ? [] : [refusals.unknownFunction()]),
  ...labelled(wishes.function, wishes.otherFunction, {
    field: "otherFunction",
    what: "Une fonction",
    requirement: "R75",
  }),
  ...(FREQUENCIES.some(({ code }) => code === wishes.frequency) ? [] : [refusals.unknownFrequency()]),
  ...(wishes.academyCode === null || known.academyCodes.has(wishes.academyCode) ? [] : [refusals.unknownAcademy()]),
  ...(wishes.newsletterIds.every((id) => known.newsletterIds.has(id)) ? [] : [refusals.unknownSeries()]),
];

export function demandWishes(email: string, wishes: Wishes, known: Known, consents = true): void {
  refuseAll([
    ...(isEmail(email) ? [] : [refusals.notAnEmail()]),
    ...wishesRefused(wishes, known),
    ...(consents ? [] : [refusals.consentMissing()]),
  ]);
}

export const HOUR_MS = 3_600_000;

/** One mail an hour to an address, whoever types it into the form. */
export const mayAskAgain = (askedAt: Date | null, now: Date): boolean =>
  askedAt === null || now.getTime() - askedAt.getTime() >= HOUR_MS;

const MOST_BOUNCES = 3;

/** An address that does not exist is given up at once, one that keeps refusing at the third time. */
export const isLost = (status: string, bounces: number): boolean => /^5\.1\./.test(status) || bounces >= MOST_BOUNCES;
