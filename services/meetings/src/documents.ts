import { dayIn, frenchDay, PARIS, timeIn } from "@trame/kit/day";
import type { PdfText } from "@trame/kit/pdf";
import type { Attendee, Meeting } from "./domain/meeting.ts";

export interface About {
  theme: string;
  /** Of an academic meeting. */
  team: string;
  academy: string;
  timeZone: string;
  /** By person; who is not in it, or was erased, has no name any more. */
  names: ReadonlyMap<string, string>;
  at: Date;
}

const clockOf = (timeZone: string) => (timeZone === PARIS ? "heure de Paris" : `fuseau ${timeZone}`);

const nameIn = ({ names }: About, personId: string | null | undefined) =>
  names.get(personId ?? "") || "Personne dont le nom n'est plus connu";

/** « 4 octobre 2019, de 09:30 à 16:30 », on the clock of the place, which is named. */
function momentOf({ startsAt, endsAt }: Meeting, timeZone: string): string {
  const [from, to] = [dayIn(startsAt, timeZone), dayIn(endsAt, timeZone)];
  const until = from === to ? timeIn(endsAt, timeZone) : `${timeIn(endsAt, timeZone)} le ${frenchDay(to)}`;
  return `${frenchDay(from)}, de ${timeIn(startsAt, timeZone)} à ${until} (${clockOf(timeZone)})`;
}

const placeOf = ({ mode, place, videoUrl }: Meeting) =>
  mode === "REMOTE" ? `à distance${videoUrl ? `, ${videoUrl}` : ""}` : (place ?? "à préciser");

const factsOf = (meeting: Meeting, about: About) => ({
  facts: [
    ["Réunion", meeting.title] as const,
    ["Quand", momentOf(meeting, about.timeZone)] as const,
    ["Lieu", placeOf(meeting)] as const,
    ["Objet", meeting.purpose] as const,
    ["Thème", about.theme] as const,
    ...(about.team ? [["Équipe", `${about.team}, ${about.academy}`] as const] : []),
    ["Référence", meeting.id] as const,
  ],
});

const subtitle = ({ schoolYear }: Meeting) => `Travaux académiques mutualisés, année scolaire ${schoolYear}`;

/** What lies on the table: a line to sign for each person convened; who checked in has the hour instead. */
export function signInSheet(meeting: Meeting, about: About): PdfText {
  const line = ({ personId, checkedInAt, seated }: Attendee) => [
    nameIn(about, personId),
    seated ? "convoqué·e" : "remplaçant·e ou invité·e",
    checkedInAt ? `Émargé à ${timeIn(checkedInAt, about.timeZone)}` : "",
  ];
  return {
    title: "Feuille d'émargement",
    subtitle: subtitle(meeting),
    at: about.at,
    parts: [
      factsOf(meeting, about),
      { heading: "Signatures" },
      {
        table: {
          columns: ["Personne", "Qualité", "Signature"],
          rows: meeting.attendance.map(line).toSorted(([a = ""], [b = ""]) => a.localeCompare(b, "fr")),
          rowHeight: 32,
        },
      },
    ],
  };
}

/** For whoever asks for the journey, and for the head of the school who lets the person go. */
export function convocationOf(meeting: Meeting, personId: string, about: About): PdfText {
  const inPerson = meeting.mode === "IN_PERSON";
  const agenda = meeting.agenda.map(({ title, minutes, speaker }, rank) => {
    const details = [minutes === null ? "" : `${minutes} min`, speaker ?? ""].filter(Boolean).join(", ");
    return [`${rank + 1}`, details ? `${title} (${details})` : title] as const;
  });
  const called = `${nameIn(about, personId)} est convoqué·e à la réunion ci-dessous, au titre du programme TraAM.`;
  const journey =
    "Cette convocation accompagne la demande d'ordre de mission : le déplacement et l'absence de l'établissement sont à autoriser par l'autorité dont la personne relève, avant le départ.";
  return {
    title: inPerson ? "Convocation et demande d'ordre de mission" : "Convocation",
    subtitle: subtitle(meeting),
    at: about.at,
    parts: [
      { paragraph: called },
      factsOf(meeting, about),
      ...(agenda.length > 0 ? [{ heading: "Ordre du jour" }, { facts: agenda }] : []),
      ...(inPerson
        ? [
            { heading: "Déplacement" },
            { paragraph: journey },
            {
              table: {
                columns: ["Visa", "Nom et qualité", "Date et signature"],
                rows: [
                  ["La personne convoquée", nameIn(about, personId), ""],
                  ["L'autorité", "", ""],
                ],
                rowHeight: 48,
              },
            },
          ]
        : []),
      { heading: "Convocation" },
      {
        facts: [
          ["Convoquée le", meeting.convened ? frenchDay(dayIn(meeting.convened.at, about.timeZone)) : ""],
          ["Par", nameIn(about, meeting.convened?.byId)],
        ],
      },
    ],
  };
}

export function certificateOf(meeting: Meeting, personId: string, about: About): PdfText {
  const attendee = meeting.attendance.find((one) => one.personId === personId);
  const how = attendee?.status === "PRESENT_REMOTELY" ? "à distance" : "sur place";
  return {
    title: "Attestation de présence",
    subtitle: subtitle(meeting),
    at: about.at,
    parts: [
      {
        paragraph: `${nameIn(about, personId)} a pris part ${how} à la réunion ci-dessous, au titre du programme TraAM.`,
      },
      factsOf(meeting, about),
      { heading: "Établie" },
      {
        facts: [
          ["Le", frenchDay(dayIn(about.at, about.timeZone))],
          ["D'après", "les présences constatées par la personne qui a conduit la réunion"],
        ],
      },
    ],
  };
}
