import type { Db } from "../database.ts";
import type { Cartridge, CartridgeLink } from "../domain/cartridge.ts";
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
  const link = ({ id: linkId, title, address }: Publication): CartridgeLink => ({
    ...{ id: linkId, title },
    url: absolute(origin, address),
  });
  const ofKind = (kind: string) => told.filter((publication) => publication.kind === kind).map(link);
  return {
    ...module,
    keywords: [...new Set([...module.keywords, "TraAM", ...disciplines.map(({ label }) => label)])].filter(Boolean),
    folders: [
      { id: "parcours", title: "Le parcours", links: [{ id: module.id, title: module.title, url: module.url }] },
      { id: "scenarios", title: "Scénarios du thème", links: ofKind("SCENARIO") },
      { id: "supports", title: "Supports de communication", links: ofKind("MATERIAL") },
    ],
  };
}
