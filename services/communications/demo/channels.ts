import { stableId } from "@trame/kit/id";
import { type NewChannel, recordChannel } from "../src/store/channels.ts";
import type { Stage } from "./common.ts";

type Row = [handle: string, disciplineCode: string | null, label: string | null];

/** Fictitious accounts, all named as such: disciplinary ones and transversal ones (R73, R74). */
const DISCIPLINARY: Row[] = [
  ["@trame_svt_demo", "svt", null],
  ["@trame_physique_demo", "physique-chimie", null],
  ["@trame_ses_demo", "ses", null],
  ["@trame_doc_demo", "documentation", null],
  ["@trame_histgeo_demo", "histoire-geographie", null],
  ["@trame_maths_demo", "mathematiques", null],
  ["@trame_eps_demo", "eps", null],
  ["@trame_langues_demo", "langues-vivantes", null],
  ["@trame_ecogestion_demo", "economie-gestion", null],
];

const TRANSVERSAL: Row[] = [
  ["@trame_emi_demo", "emi", "Éducation aux médias et à l'information"],
  ["@trame_hda_demo", "histoire-des-arts", "Histoire des arts"],
  ["@trame_numerique_demo", null, "Numérique éducatif"],
];

export async function channels(demo: Stage): Promise<void> {
  const twitter = (kind: NewChannel["kind"]) => (row: Row) => channel("Twitter", kind, row);
  const all = [
    ...DISCIPLINARY.map(twitter("DISCIPLINARY")),
    ...TRANSVERSAL.map(twitter("TRANSVERSAL")),
    channel("Mastodon", "TRANSVERSAL", ["@trame_demo@social.example", null, "Travaux académiques mutualisés"]),
    channel("Site", "ACADEMIC_SITE", ["traam.example", null, "Portail académique de démonstration"]),
  ];
  await demo.each("Canaux", all, (one) => demo.db.$transaction((tx) => recordChannel(tx, one)));
}

const channel = (network: string, kind: NewChannel["kind"], [handle, disciplineCode, label]: Row): NewChannel => ({
  id: stableId("demo-channel", network, handle),
  network,
  handle,
  kind,
  disciplineCode,
  label,
});
