import { judgeVisit, type OpenAddress } from "../src/domain/address.ts";
import type { VisitPort } from "../src/open-address.ts";
import type { Cast } from "./cast.ts";
import type { Plan } from "./life.ts";

/** Of every 40 published ones, one lies on a partner's site; some drafts point at pages that ask for a login. */
const ELSEWHERE = 40;

/** Where the scenario would lie: `<stand-in>/<host>/<discipline>/article/<n>`. Visited for real. */
export async function visitAddress(
  visit: VisitPort,
  cast: Cast,
  standIn: string,
  plan: Omit<Plan, "address">,
): Promise<OpenAddress | null> {
  const { state, rank, project, words } = plan;
  if (state === "DRAFT" && rank % 3 !== 0) return null;
  const sites = cast.sitesOf(project.academyCode);
  const home = siteHost(sites, standIn);
  const place =
    state === "DRAFT" && rank % 6 === 0
      ? `${home}/ent/${words.disciplineCodes[0]}/article/${1000 + rank}`
      : `${rank % ELSEWHERE === 20 ? "partenaire-scientifique.example" : home}/${words.disciplineCodes[0]}/article/${1000 + rank}`;
  const url = `${standIn}/${place}`;
  return judgeVisit(url, await visit(url), { sites, standIn }, new Date(`${plan.firstDay}T08:00:00Z`));
}

/** The site's host, with or without the stand-in before it. */
function siteHost(sites: readonly string[], standIn: string): string {
  const prefix = `${new URL(standIn).host}/`;
  const hosts = sites.map((site) => (site.startsWith(prefix) ? site.slice(prefix.length) : site));
  return hosts.find((host) => !host.includes("/") && !host.includes(":")) ?? "ac-inconnue.example";
}
