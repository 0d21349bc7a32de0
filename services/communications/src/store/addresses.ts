/** The public page of an edition. */
export const addressOf = (origin: string, slug: string, number: number): string =>
  `${origin}/lettres/${slug}/${number}`;

/** A source's address, whole: some are paths of the public origin. */
export const absolute = (origin: string, address: string): string =>
  URL.canParse(address) ? address : new URL(address, origin).href;
