import { manyByKey, oneByKey } from "@trame/kit/batch";
import type { Db } from "../database.ts";
import { INGREDIENTS } from "../domain/module-contents.ts";
import { readDiffusion } from "./diffusion.ts";
import { readEditions } from "./edition-rows.ts";
import { toMaterial } from "./materials.ts";
import { toModule } from "./modules.ts";
import { toPublication } from "./publications.ts";
import { toPriorWork } from "./reviews.ts";
import { progressOf } from "./sendings.ts";
import { toPost } from "./social-posts.ts";
import { toSynthesis } from "./syntheses.ts";
import { factsOf } from "./synthesis-facts.ts";
import { toWebhook } from "./webhooks.ts";

const byId = ({ id }: { id: string }) => id;
const byTheme = ({ themeId }: { themeId: string }) => themeId;
const NEWEST = [{ publishedAt: "desc" as const }, { id: "asc" as const }];

/** Whatever a request asks for many times is read once: one statement per kind, however long the list. */
export function createLoaders(db: Db, at: Date) {
  const among = (ids: readonly string[]) => ({ in: [...ids] });
  return {
    ...groupWork(db),
    ...webhooks(db),
    ...syntheses(db, at),
    priorWork: oneByKey(
      async (ids) => (await db.priorWorkReview.findMany({ where: { themeId: among(ids) } })).map(toPriorWork),
      byTheme,
    ),
    literature: oneByKey((ids) => db.literatureReview.findMany({ where: { themeId: among(ids) } }), byTheme),
    watchItem: oneByKey((ids) => db.watchItem.findMany({ where: { id: among(ids) } }), byId),
    watchOfTheme: manyByKey(
      (ids) =>
        db.watchItem.findMany({ where: { themeId: among(ids) }, orderBy: [{ sharedAt: "desc" }, { id: "asc" }] }),
      byTheme,
    ),
    diffusion: oneByKey((ids: readonly string[]) => readDiffusion(db, ids), byTheme),
    publication: oneByKey(
      async (ids) => (await db.publication.findMany({ where: { id: among(ids) } })).map(toPublication),
      byId,
    ),
    /** What a module of the theme may be built from. */
    ingredientsOf: manyByKey(
      async (ids) =>
        (
          await db.publication.findMany({
            where: { themeId: among(ids), kind: { in: [...INGREDIENTS] }, state: "PUBLISHED" },
            orderBy: [{ kind: "desc" }, { title: "asc" }, { id: "asc" }],
          })
        ).map(toPublication),
      ({ themeId }) => themeId ?? "",
    ),
    publicationOfSource: oneByKey(
      async (ids) => (await db.publication.findMany({ where: { sourceId: among(ids) } })).map(toPublication),
      ({ sourceId }) => sourceId,
    ),
    newsletter: oneByKey((ids) => db.newsletter.findMany({ where: { id: among(ids) } }), byId),
    edition: oneByKey((ids) => readEditions(db, { id: among(ids) }), byId),
    sendingOf: oneByKey(
      (ids: readonly string[]) => progressOf(db, ids),
      ({ editionId }) => editionId,
    ),
    draftOf: oneByKey(
      (ids) => readEditions(db, { draftOf: among(ids) }),
      ({ newsletterId }) => newsletterId,
    ),
    publishedOf: manyByKey(
      (ids) => readEditions(db, { newsletterId: among(ids), state: "PUBLISHED" }),
      ({ newsletterId }) => newsletterId,
    ),
    channel: oneByKey((ids) => db.channel.findMany({ where: { id: among(ids) } }), byId),
    relaysOf: manyByKey(
      (ids) => db.relay.findMany({ where: { publicationId: among(ids) }, orderBy: [{ at: "asc" }, { id: "asc" }] }),
      ({ publicationId }) => publicationId,
    ),
    postsOf: manyByKey(
      async (ids) =>
        (
          await db.socialPost.findMany({
            where: { publicationId: among(ids) },
            orderBy: [{ askedAt: "desc" }, { id: "asc" }],
          })
        ).map(toPost),
      ({ publicationId }) => publicationId,
    ),
    /** Series that published it in an edition. */
    carriers: manyByKey(
      (ids: readonly string[]) =>
        db.$queryRaw<{ publicationId: string; newsletterId: string }[]>`
          select edition_item."publicationId", edition."newsletterId"
            from edition_item join edition on edition.id = edition_item."editionId"
           where edition_item."publicationId" = any(${[...ids]}) and edition.state = 'PUBLISHED'
           order by edition."publishedAt"`,
      ({ publicationId }) => publicationId,
    ),
    /** All of them: a nomenclature. */
    academies: lazily(() => db.academy.findMany()),
  };
}

/** Materials and modules, by themselves and by what they belong to. */
function groupWork(db: Db) {
  const material = (field: "id" | "themeId" | "projectId" | "academyCode") => async (keys: readonly string[]) =>
    (await db.material.findMany({ where: { [field]: { in: [...keys] } }, orderBy: NEWEST })).map(toMaterial);
  const module = (field: "id" | "themeId" | "projectId" | "academyCode") => async (keys: readonly string[]) =>
    (await db.trainingModule.findMany({ where: { [field]: { in: [...keys] } }, orderBy: NEWEST })).map(toModule);
  const byProject = ({ projectId }: { projectId: string | null }) => projectId ?? "";
  const byAcademy = ({ academyCode }: { academyCode: string | null }) => academyCode ?? "";
  return {
    material: oneByKey(material("id"), byId),
    materialsOfTheme: manyByKey(material("themeId"), byTheme),
    materialsOfProject: manyByKey(material("projectId"), byProject),
    materialsOfAcademy: manyByKey(material("academyCode"), byAcademy),
    module: oneByKey(module("id"), byId),
    modulesOfTheme: manyByKey(module("themeId"), byTheme),
    modulesOfProject: manyByKey(module("projectId"), byProject),
    modulesOfAcademy: manyByKey(module("academyCode"), byAcademy),
  };
}

/** Syntheses, with the facts of those that are still written. */
function syntheses(db: Db, at: Date) {
  const read = async (where: object) =>
    // The intermediate one first.
    (await db.synthesis.findMany({ where, orderBy: [{ kind: "desc" }, { id: "asc" }] })).map(toSynthesis);
  return {
    synthesis: oneByKey((ids) => read({ id: { in: [...ids] } }), byId),
    synthesesOfTheme: manyByKey((ids) => read({ themeId: { in: [...ids] } }), byTheme),
    synthesisFacts: keptByKey((themeId) => factsOf(db, themeId, at)),
    copiesOf: manyByKey(
      (ids: readonly string[]) =>
        db.synthesisCopy.findMany({
          where: { synthesisId: { in: [...ids] } },
          orderBy: [{ recipient: "asc" }, { name: "asc" }, { id: "asc" }],
        }),
      ({ synthesisId }) => synthesisId,
    ),
  };
}

/** Programs that subscribed, and what they are sent. */
function webhooks(db: Db) {
  return {
    webhook: oneByKey(
      async (ids) => (await db.webhook.findMany({ where: { id: { in: [...ids] } } })).map(toWebhook),
      byId,
    ),
    waitingDeliveries: oneByKey(
      (ids: readonly string[]) =>
        db.$queryRaw<{ webhookId: string; waiting: number }[]>`
          select "webhookId", count(*)::integer as waiting from webhook_delivery
           where "webhookId" = any(${[...ids]}) and state in ('PENDING', 'SENDING') group by 1`,
      ({ webhookId }) => webhookId,
    ),
    triesOf: manyByKey(
      (ids: readonly string[]) =>
        db.webhookAttempt.findMany({
          where: { deliveryId: { in: [...ids] } },
          orderBy: [{ at: "asc" }, { id: "asc" }],
        }),
      ({ deliveryId }) => deliveryId,
    ),
  };
}

export type Loaders = ReturnType<typeof createLoaders>;

/** Of few keys, each read once. */
function keptByKey<T>(read: (key: string) => Promise<T>) {
  const kept = new Map<string, Promise<T>>();
  return {
    load(key: string): Promise<T> {
      const found = kept.get(key) ?? read(key);
      kept.set(key, found);
      return found;
    },
  };
}

function lazily<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () => (loaded ??= load());
}
