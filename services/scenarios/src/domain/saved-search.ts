import { type Refusal, refuseAll, required } from "@trame/kit/refusal";
import { refusals } from "../errors.ts";

/** How often a person is told what is new. */
export type SearchAlert = "NONE" | "DAILY" | "WEEKLY";

/** What the public list of scenarios is restricted to, beside the words. */
export interface Criteria {
  disciplineCode?: string | null;
  level?: string | null;
  academyCode?: string | null;
  progressivity?: string | null;
  competence?: string | null;
  themeId?: string | null;
  campaignId?: string | null;
  tool?: string | null;
  licence?: string | null;
}

/** A search that a person keeps to find it again, and to be told what is new in it. */
export interface SavedSearch {
  id: string;
  personId: string;
  name: string;
  search: string;
  criteria: Criteria;
  alert: SearchAlert;
  savedAt: Date;
  /** What was published until then is not news. */
  lookedAt: Date;
  /** When it is looked at again; never without an alert. */
  nextAt: Date | null;
}

const MOST_SEARCHES = 20;
const LONGEST_NAME = 120;
const LONGEST_WORDS = 300;

const DAY_MS = 24 * 60 * 60 * 1000;
const PERIODS_MS = { DAILY: DAY_MS, WEEKLY: 7 * DAY_MS };

/** A publication may be dated a little before it can be seen: what is younger than this waits for the next look. */
const SETTLING_MS = 60_000;

const later = (at: Date, ms: number) => new Date(at.getTime() + ms);

const nextAfter = (at: Date, alert: SearchAlert): Date | null =>
  alert === "NONE" ? null : later(at, PERIODS_MS[alert]);

type Wanted = Pick<SavedSearch, "id" | "personId" | "name" | "search" | "criteria" | "alert">;

/** News begins with the moment at which it is saved. */
export function saveSearch(wanted: Wanted, { kept, at }: { kept: number; at: Date }): SavedSearch {
  const found: Refusal[] = [...nameGaps(wanted.name)];
  if (kept >= MOST_SEARCHES) found.push(refusals.tooManySearches(MOST_SEARCHES));
  if ([wanted.search, ...valuesOf(wanted.criteria)].some((value) => value.length > LONGEST_WORDS))
    found.push(refusals.searchTooLong(LONGEST_WORDS));
  refuseAll(found);
  const { name, search, criteria, alert } = wanted;
  const said = { name: name.trim(), search: search.trim(), criteria: given(criteria) };
  return { ...wanted, ...said, savedAt: at, lookedAt: at, nextAt: nextAfter(at, alert) };
}

const valuesOf = (criteria: Criteria): string[] => Object.values(criteria).filter((value) => value);

const given = (criteria: Criteria): Criteria =>
  Object.fromEntries(Object.entries(criteria).filter(([, value]) => value));

function nameGaps(name: string): Refusal[] {
  if (!name.trim()) return [required("name", "Le nom de la recherche")];
  return name.trim().length > LONGEST_NAME ? [refusals.searchNameTooLong(LONGEST_NAME)] : [];
}

/**
 * Another name, another alert. After a pause news begins anew: what was published meanwhile was not wanted. From a daily
 * to a weekly alert and back nothing is lost, and nothing comes before a day is over.
 */
export function changeSearch(
  saved: SavedSearch,
  { name = saved.name, alert = saved.alert }: Partial<Pick<SavedSearch, "name" | "alert">>,
  at: Date,
): SavedSearch {
  refuseAll(nameGaps(name));
  const changed = { ...saved, name: name.trim(), alert };
  if (alert === saved.alert) return changed;
  const lookedAt = saved.alert === "NONE" ? at : saved.lookedAt;
  return { ...changed, lookedAt, nextAt: nextAfter(lookedAt, alert) };
}

/** One look: what was published after `from` and until `to` is new. However late it comes, it is one look. */
export function lookAt({ lookedAt, alert }: Pick<SavedSearch, "lookedAt" | "alert">, at: Date) {
  const to = new Date(Math.max(lookedAt.getTime(), at.getTime() - SETTLING_MS));
  return { from: lookedAt, to, nextAt: nextAfter(at, alert) };
}

/** At most so many of what is new are named. */
export const NAMED = 5;

/** What the person is told; null when there is nothing new. */
export function newsOf(name: string, { count, titles }: { count: number; titles: readonly string[] }) {
  if (count === 0) return null;
  const others = count - titles.length;
  const lines = titles.map((title) => `« ${title} »`);
  if (others > 0) lines.push(others === 1 ? "et un autre." : `et ${others} autres.`);
  const many = count === 1 ? "Un nouveau scénario" : `${count} nouveaux scénarios`;
  return { title: `${many} pour votre recherche « ${name} »`, text: lines.join("\n\n") };
}

/** The names that the portal's address has for the criteria. */
const IN_ADDRESS: Record<keyof Criteria, string> = {
  disciplineCode: "discipline",
  level: "niveau",
  academyCode: "academie",
  progressivity: "progressivite",
  competence: "competence",
  themeId: "theme",
  campaignId: "annee",
  tool: "outil",
  licence: "licence",
};

/** Where the search is read in the portal; the latest first, where news is announced. */
export function pathOf({ search, criteria }: Pick<SavedSearch, "search" | "criteria">, order?: "LATEST"): string {
  const address = new URLSearchParams();
  if (search) address.set("q", search);
  for (const [key, name] of Object.entries(IN_ADDRESS)) {
    const value = criteria[key as keyof Criteria];
    if (value) address.set(name, value);
  }
  if (order && search) address.set("tri", "PUBLISHED_DESC");
  return address.size > 0 ? `/scenarios?${address}` : "/scenarios";
}
