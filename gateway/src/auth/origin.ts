import type { FastifyRequest } from "fastify";

/**
 * Whether a browser sent this from our own pages. Every browser of today tells one of the two; a program that tells
 * neither, such as the portal's own server, is no browser that another site could misuse.
 */
export function isOwnOrigin({ headers }: FastifyRequest, origin: string): boolean {
  if (headers.origin !== undefined) return headers.origin === origin;
  const site = headers["sec-fetch-site"];
  return site === undefined || site === "same-origin" || site === "none";
}

/** A path of our own to go back to; anything else leads home. */
export function ownPath(returnTo: unknown, origin: string): string {
  if (typeof returnTo !== "string" || !returnTo.startsWith("/")) return "/";
  if (!URL.canParse(returnTo, origin)) return "/";
  const url = new URL(returnTo, origin);
  // `//elsewhere`, `/\elsewhere` and the like are read as a browser would read them.
  if (url.origin !== new URL(origin).origin || url.pathname.startsWith("//")) return "/";
  return `${url.pathname}${url.search}${url.hash}`;
}
