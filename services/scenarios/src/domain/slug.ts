import { fold } from "@trame/kit/fold";

const LONGEST = 70;

/** The short name of a public address: letters, digits and hyphens, cut between words. */
export function slugOf(title: string): string {
  const words = fold(title)
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  let slug = "";
  for (const word of words) {
    const longer = slug ? `${slug}-${word}` : word;
    if (longer.length > LONGEST) break;
    slug = longer;
  }
  return slug || words[0]?.slice(0, LONGEST) || "scenario";
}

/** The first of slug, slug-2, slug-3… that nobody has. */
export function freeSlug(slug: string, taken: readonly string[]): string {
  const all = new Set(taken);
  if (!all.has(slug)) return slug;
  let rank = 2;
  while (all.has(`${slug}-${rank}`)) rank++;
  return `${slug}-${rank}`;
}
