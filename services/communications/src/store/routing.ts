import type { Command } from "@trame/kit/aggregate";
import { stableId } from "@trame/kit/id";
import type { Tx } from "../database.ts";
import type { Publication } from "../domain/publication.ts";
import { matchingSeries } from "../domain/series.ts";
import { changeDrafts, type DraftChange } from "./drafts.ts";
import { disciplinarySeries, ensureSeries, lockSeries, THEMATIC } from "./newsletters.ts";

interface Place {
  newsletterId: string;
  publicationId: string;
}

/**
 * Puts each publication into the draft of every series that it matches (R71, R72), once per series; takes it out of the
 * drafts that it matches no longer, and out of all of them when it was withdrawn. Published editions keep what they said.
 */
export async function route(tx: Tx, command: Command, publications: readonly Publication[]): Promise<void> {
  if (publications.length === 0) return;
  const { wanted, uncertain } = await wantedPlaces(tx, publications);
  const ids = publications.map(({ id }) => id);
  const series = new Set([...wanted, ...(await presentPlaces(tx, ids))].map(({ newsletterId }) => newsletterId));
  await lockSeries(tx, [...series]);
  const present = await presentPlaces(tx, ids);
  const changes = [...series].sort().map((newsletterId): DraftChange => {
    const here = (places: readonly Place[]) =>
      new Set(places.filter((place) => place.newsletterId === newsletterId).map(({ publicationId }) => publicationId));
    const [wantedHere, presentHere] = [here(wanted), here(present)];
    return {
      newsletterId,
      add: [...wantedHere].filter((id) => !presentHere.has(id)).map((id) => itemOf(newsletterId, id)),
      // While copies are being built again, an editor's arrangement must not be undone by what is not known.
      remove: [...presentHere].filter((id) => !wantedHere.has(id) && !uncertain.has(id)),
    };
  });
  await changeDrafts(tx, command, changes);
}

const itemOf = (newsletterId: string, publicationId: string) => ({
  id: stableId("edition-item", newsletterId, publicationId),
  publicationId,
  excluded: false,
});

/** The places that publications must have, and those of them whose theme or disciplines are not known (yet, or again). */
async function wantedPlaces(tx: Tx, publications: readonly Publication[]) {
  const published = publications.filter(({ state }) => state === "PUBLISHED");
  const themeIds = published.flatMap(({ themeId }) => themeId ?? []);
  const themes = new Map(
    (await tx.theme.findMany({ where: { id: { in: themeIds } } })).map(({ id, kind }) => [id, kind]),
  );
  const disciplines = new Map((await tx.discipline.findMany()).map(({ code, transversal }) => [code, transversal]));
  const wanted = published.flatMap(({ id, themeId, disciplineCodes }): Place[] => {
    const routed = { disciplineCodes, themeKind: themes.get(themeId ?? "") ?? null };
    const match = matchingSeries(routed, (code) => disciplines.get(code) ?? false);
    const series = [...match.disciplineCodes.map(disciplinarySeries), ...(match.thematic ? [THEMATIC] : [])];
    return series.map((newsletterId) => ({ newsletterId, publicationId: id }));
  });
  const uncertain = published
    .filter(({ themeId }) => themeId && !themes.has(themeId))
    .concat(published.filter(({ disciplineCodes }) => !disciplineCodes.every((code) => disciplines.has(code))))
    .map(({ id }) => id);
  await ensureSeries(tx, [...new Set(published.flatMap(({ disciplineCodes }) => disciplineCodes))]);
  return { wanted, uncertain: new Set(uncertain) };
}

async function presentPlaces(tx: Tx, publicationIds: readonly string[]): Promise<Place[]> {
  return tx.$queryRaw<Place[]>`
    select edition."newsletterId", edition_item."publicationId"
      from edition_item join edition on edition.id = edition_item."editionId"
     where edition_item."publicationId" = any(${[...publicationIds]})`;
}
