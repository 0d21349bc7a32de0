/** What the sentence needs. */
export interface Credited {
  title: string;
  names: readonly string[];
  /** «académie de Rennes» */
  academies: readonly string[];
  /** «2019-2020» */
  campaign: string | null;
  licence: string | null;
  address: string;
  /** The sentence of what it was made from, which names what that was made from. */
  origin?: string;
}

/** A sentence ready to be pasted under a reuse (R06). */
export function creditSentence({ title, names, academies, campaign, licence, address, origin }: Credited): string {
  const parts = [
    `« ${title} »`,
    listed(names),
    listed(academies),
    campaign ? `travaux académiques mutualisés ${campaign}` : "travaux académiques mutualisés",
    licence ?? "",
    address,
  ];
  const sentence = parts.filter((part) => part !== "").join(", ");
  return origin ? `${sentence} (d'après ${origin})` : sentence;
}

const listed = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} et ${items.at(-1)}`;
