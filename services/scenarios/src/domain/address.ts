/** What an anonymous visit found (R68); the visit itself is src/open-address.ts. */
export type Visit =
  | { kind: "PAGE"; finalUrl: string }
  | { kind: "LOGIN"; detail: string }
  | { kind: "UNREACHABLE"; detail: string }
  | { kind: "REFUSED"; detail: string };

export type AddressCheck = "OPEN" | "OPEN_ELSEWHERE" | "LOGIN_REQUIRED" | "UNREACHABLE" | "REFUSED";

export interface OpenAddress {
  url: string;
  result: AddressCheck;
  detail: string;
  checkedAt: Date;
  /** Given by a reviewer who accepts an address outside the academy's sites. */
  acceptedReason: string | null;
}

/** The sites of the scenario's academies, and the address under which a stand-in shows them in development. */
export interface Sites {
  sites: readonly string[];
  standIn?: string;
}

/** An address that opens without login is accepted on a site of the academy; elsewhere a reviewer has to say why. */
export function judgeVisit(url: string, visit: Visit, where: Sites, at: Date): OpenAddress {
  const address = (result: AddressCheck, detail: string) => ({
    url,
    result,
    detail,
    checkedAt: at,
    acceptedReason: null,
  });
  switch (visit.kind) {
    case "REFUSED":
      return address("REFUSED", visit.detail);
    case "UNREACHABLE":
      return address("UNREACHABLE", visit.detail);
    case "LOGIN":
      return address("LOGIN_REQUIRED", visit.detail);
    case "PAGE": {
      const host = new URL(visit.finalUrl).host;
      return isOnSites(visit.finalUrl, where)
        ? address("OPEN", "La page s'ouvre sans identification, sur un site de l'académie.")
        : address(
            "OPEN_ELSEWHERE",
            `La page s'ouvre sans identification, mais ${host} n'est pas un site de l'académie.`,
          );
    }
  }
}

/** On one of these hosts, below one of them, or below a host/path prefix. */
export function isOnSites(url: string, { sites, standIn }: Sites): boolean {
  const places = [placeOf(url), ...(standIn ? standsFor(url, standIn) : [])];
  return sites.some((site) =>
    places.some((place) => liesOn(place, site.replace(/^https?:\/\//, "").replace(/\/$/, ""))),
  );
}

interface Place {
  host: string;
  path: string;
}

function placeOf(url: string): Place {
  const { host, pathname } = new URL(url);
  return { host, path: pathname };
}

/** `<stand-in>/<host>/<path>` stands for `https://<host>/<path>`. */
function standsFor(url: string, standIn: string): Place[] {
  if (new URL(url).origin !== new URL(standIn).origin) return [];
  const [, host = "", ...path] = new URL(url).pathname.split("/");
  return host ? [{ host, path: `/${path.join("/")}` }] : [];
}

function liesOn({ host, path }: Place, site: string): boolean {
  const [siteHost = "", ...prefix] = site.toLowerCase().split("/");
  if (siteHost === "") return false;
  const hostFits = host === siteHost || host.endsWith(`.${siteHost}`);
  const below = `/${prefix.join("/")}`;
  return (
    hostFits && (prefix.length === 0 || path.toLowerCase() === below || path.toLowerCase().startsWith(`${below}/`))
  );
}
