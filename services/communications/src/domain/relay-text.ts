/** How long a message may be on each network where the programme has accounts. */
export const NETWORKS = [
  { network: "Twitter", most: 280 },
  { network: "Mastodon", most: 500 },
  { network: "LinkedIn", most: 1_300 },
] as const;

export interface Told {
  title: string;
  summary: string;
  attribution: string;
  url: string;
  disciplines: readonly string[];
}

/** A ready text for a network: as much as fits, the address whole at the end, the programme's word and the disciplines'. */
export function relayText({ title, summary, attribution, url, disciplines }: Told, most: number): string {
  const words = ["#TraAM", ...disciplines.map(hashtag)].filter((word) => word !== "#").join(" ");
  const end = `${url}\n${words}`;
  const room = most - end.length - 1;
  const lines = [title, attribution, summary].filter(Boolean);
  const text = lines.reduce((whole, line) => {
    const longer = whole === "" ? line : `${whole}\n${line}`;
    return longer.length <= room ? longer : whole;
  }, "");
  return `${text || `${title.slice(0, Math.max(0, room - 1)).trimEnd()}…`}\n${end}`;
}

/** « Sciences de la vie » is #SciencesDeLaVie: read aloud word by word. */
const hashtag = (label: string): string =>
  `#${label
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("")}`;
