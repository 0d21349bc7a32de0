import type { Db } from "../database.ts";
import type { Cartridge, CartridgeLink } from "../domain/cartridge.ts";
import type { Words } from "../domain/words.ts";
import type { Publication } from "../gen/prisma/client.ts";
import { absolute } from "./addresses.ts";

/** A module as a cartridge, built from its theme's scenarios and materials as they are published now (R16, R70). */
export async function readCartridge(db: Db, origin: string, id: string): Promise<Cartridge | null> {
  const module = await db.trainingModule.findUnique({ where: { id } });
  if (!module) return null;
  const theme = await db.theme.findUnique({ where: { id: module.themeId } });
  const told = await db.publication.findMany({
    where: { themeId: module.themeId, state: "PUBLISHED", kind: { in: ["SCENARIO", "MATERIAL"] } },
    orderBy: [{ title: "asc" }, { id: "asc" }],
  });
  const disciplines = await db.discipline.findMany({ where: { code: { in: theme?.disciplineCodes ?? [] } } });
  const alternatives = await alternativesOf(db, told);
  const link = ({ id: linkId, title, address, summary, licence, words, sourceId }: Publication): CartridgeLink => ({
    ...{ id: linkId, title },
    url: absolute(origin, address),
    about: {
      ...{ summary, licence },
      attribution: (words as unknown as Words).attribution,
      alternative: alternatives.get(sourceId) ?? null,
    },
  });
  const ofKind = (kind: string) =>
    chosenOf(told, module.publicationIds)
      .filter((one) => one.kind === kind)
      .map(link);
  return {
    ...module,
    keywords: [...new Set([...module.keywords, "TraAM", ...disciplines.map(({ label }) => label)])].filter(Boolean),
    folders: [
      {
        id: "parcours",
        title: "Le parcours",
        links: [{ id: module.id, title: module.title, url: module.url, about: null }],
      },
      { id: "scenarios", title: "Scénarios du thème", links: ofKind("SCENARIO") },
      { id: "supports", title: "Supports de communication", links: ofKind("MATERIAL") },
    ],
  };
}

/** Those that were chosen, in their order; all of the theme's where none was. */
function chosenOf(told: readonly Publication[], ids: readonly string[]): readonly Publication[] {
  if (ids.length === 0) return told;
  const found = new Map(told.map((publication) => [publication.id, publication]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** What a material says to whoever does not see or hear it. */
async function alternativesOf(db: Db, told: readonly Publication[]): Promise<Map<string, string>> {
  const ids = told.filter(({ kind }) => kind === "MATERIAL").map(({ sourceId }) => sourceId);
  const rows = await db.material.findMany({ where: { id: { in: ids } } });
  return new Map(
    rows.map(({ id, textAlternative, transcript }) => [id, [textAlternative, transcript].filter(Boolean).join("\n\n")]),
  );
}
