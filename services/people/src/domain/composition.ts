import type { Degree, Role } from "./role.ts";

/** What a group lacks, and how to remedy it. */
export interface Gap {
  code: string;
  /** BLOCKING: the team is not engaged, the theme not launched. WARNING: shown, nothing is blocked. */
  severity: "BLOCKING" | "WARNING";
  message: string;
  remedy: string;
  /** Roles of those who can remedy it. */
  whoCanAct: Role[];
  requirement: string;
  /** The academy, or the département, that it is about. */
  subject: string | null;
}

/** Somebody who sits in an academic group. */
export interface TeamSeat {
  personId: string;
  role: Role;
  degree: Degree | null;
  implementsInClass: boolean;
  departement: string | null;
}

export interface Team {
  seats: readonly TeamSeat[];
  agreements: readonly { departement: string; granted: boolean }[];
}

export const LEAST_TEACHERS = 3;
export const MOST_EXPERTS = 2;

/** Nothing that blocks is missing. */
export const isComplete = (gaps: readonly Gap[]): boolean => gaps.every(({ severity }) => severity === "WARNING");

/**
 * The academic group (R30 to R34, R40 to R42). Any mix of degrees, tracks and disciplines is allowed (R28, R33): no
 * rule asks for one or refuses one.
 */
export const checkAcademic = (team: Team): Gap[] => [
  ...referentOf(team),
  ...teachersOf(team),
  ...pilotOf(team),
  ...cardieOf(team),
  ...firstDegreeOf(team),
];

function referentOf({ seats }: Team): Gap[] {
  if (seats.some(({ role }) => role === "REFERENT")) return [];
  return [
    blocking("NO_REFERENT", "R34", {
      message: "Le groupe n'a pas de professeur·e référent·e.",
      remedy: "Désigner le ou la référent·e de l'académie pour ce thème.",
      whoCanAct: ["PILOT", "DAN"],
    }),
  ];
}

/** A référent counts only when he or she also tries out in class. */
function teachersOf({ seats }: Team): Gap[] {
  const implementing = seats.filter(
    ({ role, implementsInClass }) => implementsInClass && (role === "TEACHER" || role === "REFERENT"),
  );
  const count = new Set(implementing.map(({ personId }) => personId)).size;
  if (count >= LEAST_TEACHERS) return [];
  return [
    blocking("TOO_FEW_TEACHERS", "R32", {
      message: `${countOf(count)} en classe : il en faut au moins ${LEAST_TEACHERS}.`,
      remedy: `Ajouter ${LEAST_TEACHERS - count} enseignant·e${LEAST_TEACHERS - count > 1 ? "s" : ""} qui mettront en œuvre des séquences en classe.`,
      whoCanAct: ["REFERENT", "PILOT", "DAN"],
    }),
  ];
}

function countOf(count: number): string {
  if (count === 0) return "Aucun·e enseignant·e ne met en œuvre de séquence";
  return count === 1
    ? "Un·e enseignant·e met en œuvre des séquences"
    : `${count} enseignant·es mettent en œuvre des séquences`;
}

/** Footnote 1 calls the inspector's steering «un atout important»: missing, it is a warning and does not block. */
function pilotOf({ seats }: Team): Gap[] {
  if (seats.some(({ role }) => role === "PILOT")) return [];
  return [
    {
      code: "NO_PILOT",
      severity: "WARNING",
      message: "Aucun·e IA-IPR, IEN-ET ou IEN-EG ne pilote le groupe : c'est pourtant un atout important.",
      remedy: "Désigner un·e inspecteur·trice pilote.",
      whoCanAct: ["DAN", "PROGRAMME"],
      requirement: "R31",
      subject: null,
    },
  ];
}

function cardieOf({ seats }: Team): Gap[] {
  const count = new Set(seats.filter(({ role }) => role === "CARDIE").map(({ personId }) => personId)).size;
  if (count === 1) return [];
  return count === 0
    ? [
        blocking("NO_CARDIE", "R40", {
          message: "Le groupe n'a pas de représentant·e de la CARDIE.",
          remedy: "Désigner un·e représentant·e de la CARDIE de l'académie.",
          whoCanAct: ["CARDIE"],
        }),
      ]
    : [
        blocking("SEVERAL_CARDIE", "R40", {
          message: `Le groupe a ${count} représentant·es de la CARDIE : il en faut un·e seul·e.`,
          remedy: "Mettre fin aux mandats en trop.",
          whoCanAct: ["CARDIE"],
        }),
      ];
}

/** Only when a member teaches in the first degree: an IEN, and one agreement for each département concerned. */
function firstDegreeOf({ seats, agreements }: Team): Gap[] {
  const teachers = seats.filter(
    ({ role, degree }) => degree === "FIRST" && (role === "TEACHER" || role === "REFERENT"),
  );
  if (teachers.length === 0) return [];
  const gaps: Gap[] = [];
  if (!seats.some(({ role }) => role === "IEN")) {
    gaps.push(
      blocking("NO_IEN", "R41", {
        message: "Un membre enseigne dans le premier degré, et le groupe n'a ni IEN-TICE ni IEN de la circonscription.",
        remedy: "Désigner l'IEN-TICE ou l'IEN de la circonscription.",
        whoCanAct: ["DAN"],
      }),
    );
  }
  const departements = [...new Set(teachers.map(({ departement }) => departement))].sort();
  return [...gaps, ...departements.flatMap((departement) => agreementOf(departement, agreements))];
}

function agreementOf(departement: string | null, agreements: Team["agreements"]): Gap[] {
  if (departement === null) {
    return [
      blocking("NO_DEPARTEMENT", "R42", {
        message: "Le département d'un membre du premier degré n'est pas connu : son DASEN ne peut être sollicité.",
        remedy: "Indiquer le département de chaque enseignant·e du premier degré.",
        whoCanAct: ["REFERENT", "PILOT", "DAN"],
      }),
    ];
  }
  const agreement = agreements.find((given) => given.departement === departement);
  if (agreement?.granted) return [];
  return [
    blocking(agreement ? "DASEN_REFUSED" : "NO_DASEN_AGREEMENT", "R42", {
      message: agreement
        ? `Le ou la DASEN a refusé son accord pour le département ${departement}.`
        : `L'accord du ou de la DASEN manque pour le département ${departement}.`,
      remedy: "Recueillir l'accord du ou de la DASEN.",
      whoCanAct: ["DASEN"],
      subject: departement,
    }),
  ];
}

/** Somebody who sits in a national group. */
export interface NationalSeat {
  personId: string;
  role: Role;
  academyCode: string | null;
}

/** A retained academy as the national group sees it. */
export interface RetainedAcademy {
  code: string;
  label: string;
  /** The academy with those that it came from or went into. */
  family: readonly string[];
}

/** The national group (R22, R23, R25): it blocks the launch of the theme, never a team. */
export const checkNational = (seats: readonly NationalSeat[], retained: readonly RetainedAcademy[]): Gap[] => [
  ...inspectorOf(seats),
  ...expertsOf(seats),
  ...retained.flatMap((academy) => referentsOf(seats, academy)),
];

const personsOf = (seats: readonly NationalSeat[], role: Role, where: (seat: NationalSeat) => boolean = () => true) =>
  new Set(seats.filter((seat) => seat.role === role && where(seat)).map(({ personId }) => personId)).size;

function inspectorOf(seats: readonly NationalSeat[]): Gap[] {
  const count = personsOf(seats, "INSPECTOR_GENERAL");
  if (count === 1) return [];
  return [
    blocking(count === 0 ? "NO_INSPECTOR_GENERAL" : "SEVERAL_INSPECTORS_GENERAL", "R22", {
      message:
        count === 0
          ? "Le groupe national n'a pas d'inspecteur·trice général·e."
          : `Le groupe national a ${count} inspecteurs généraux : il en faut un seul.`,
      remedy: count === 0 ? "Désigner l'inspecteur·trice général·e du thème." : "Mettre fin aux mandats en trop.",
      whoCanAct: ["PROGRAMME"],
    }),
  ];
}

function expertsOf(seats: readonly NationalSeat[]): Gap[] {
  const count = personsOf(seats, "EXPERT");
  if (count >= 1 && count <= MOST_EXPERTS) return [];
  return [
    blocking(count === 0 ? "NO_EXPERT" : "TOO_MANY_EXPERTS", "R25", {
      message:
        count === 0
          ? "Le groupe national n'a pas d'expert·e."
          : `Le groupe national a ${count} expert·es : un·e expert·e ou un binôme suffit.`,
      remedy: count === 0 ? "Désigner un·e expert·e ou un binôme." : "Mettre fin aux mandats en trop.",
      whoCanAct: ["PROGRAMME"],
    }),
  ];
}

function referentsOf(seats: readonly NationalSeat[], academy: RetainedAcademy): Gap[] {
  const count = personsOf(seats, "REFERENT", (seat) => academy.family.includes(seat.academyCode ?? ""));
  if (count === 1) return [];
  return [
    blocking(count === 0 ? "ACADEMY_WITHOUT_REFERENT" : "SEVERAL_REFERENTS", "R23", {
      message:
        count === 0
          ? `Académie retenue sans professeur·e référent·e : ${academy.label}.`
          : `${count} professeur·es référent·es pour une académie retenue : ${academy.label}.`,
      remedy: count === 0 ? "Désigner le ou la référent·e de l'académie." : "N'en garder qu'un·e.",
      whoCanAct: ["PILOT", "DAN"],
      subject: academy.code,
    }),
  ];
}

function blocking(
  code: string,
  requirement: string,
  rest: Pick<Gap, "message" | "remedy" | "whoCanAct"> & { subject?: string },
): Gap {
  return { code, severity: "BLOCKING", requirement, subject: null, ...rest };
}
