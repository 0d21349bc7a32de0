import { dayIn, frenchDay, timeIn } from "@trame/kit/day";
import type { PdfText } from "@trame/kit/pdf";
import type { Application } from "./domain/application.ts";

interface About {
  academy: string;
  theme: string;
  campaign: string;
  at: Date;
}

const SIGNATORIES = { PILOT: "Inspection pilote", DAN: "Délégation académique au numérique" };

const moment = (at: Date) => `${frenchDay(dayIn(at))} à ${timeIn(at)} (heure de Paris)`;

/** What the academy keeps of its submission. No person is named: the signatures stand by their office and date. */
export function receiptOf(application: Application, { academy, theme, campaign, at }: About): PdfText {
  const { id, title, problem, objectives, levels, submitted, signatures, members, meetingCommitment } = application;
  const inClass = members.filter(({ implementsInClass }) => implementsInClass).length;
  return {
    title: "Récépissé de candidature TraAM",
    subtitle: `Campagne ${campaign}`,
    at,
    parts: [
      {
        facts: [
          ["Candidature", title],
          ["Académie", academy],
          ["Thème", theme],
          ["Référence", id],
          ...(submitted ? [["Déposée le", moment(submitted.at)] as const] : []),
        ],
      },
      { heading: "Le projet" },
      { paragraph: problem },
      { paragraph: objectives },
      {
        facts: [
          ["Niveaux visés", levels],
          ["Durée", application.durationYears === 1 ? "une année scolaire" : "deux années scolaires"],
          ["Enseignant·es de l'équipe", `${members.length}, dont ${inClass} mettant en œuvre en classe`],
          ["Engagement sur les réunions en présentiel", meetingCommitment ? "pris par l'académie" : "non pris"],
        ],
      },
      { heading: "Signatures" },
      { facts: signatures.map(({ role, at: signedAt }) => [SIGNATORIES[role], moment(signedAt)] as const) },
    ],
  };
}
