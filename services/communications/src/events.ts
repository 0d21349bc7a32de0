import { create, toJson } from "@bufbuild/protobuf";
import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import { type Told, tell } from "@trame/kit/aggregate";
import * as proto from "@trame/proto-schemas/communications/v1/events_pb";
import * as open from "@trame/proto-schemas/publications/v1/publications_pb";
import { announced, type Edition, type EditionFact, kept } from "./domain/edition.ts";
import type { Material } from "./domain/material.ts";
import type { Publication, PublicationFact } from "./domain/publication.ts";
import type { LiteratureReview, PriorWorkReview } from "./domain/reviews.ts";
import type { Synthesis, SynthesisFact } from "./domain/synthesis.ts";
import type { TrainingModule } from "./domain/training-module.ts";
import { absolute } from "./store/addresses.ts";

/** What each fact says to the others: a new fact does not compile until it is decided here. */
export const tellPriorWork = ({ themeId, authorId, recordedAt }: PriorWorkReview): Told =>
  tell(
    proto.PriorWorkReviewRecordedSchema,
    create(proto.PriorWorkReviewRecordedSchema, { themeId, authorId, recordedAt: timestampFromDate(recordedAt) }),
  );

export const tellLiterature = ({ themeId, authorId, recordedAt }: LiteratureReview): Told =>
  tell(
    proto.LiteratureReviewRecordedSchema,
    create(proto.LiteratureReviewRecordedSchema, { themeId, authorId, recordedAt: timestampFromDate(recordedAt) }),
  );

export const tellMaterial = ({ id, title, level, themeId, authorId, projectId, academyCode }: Material): Told =>
  tell(
    proto.MaterialPublishedSchema,
    create(proto.MaterialPublishedSchema, {
      ...{ id, title, level, themeId, authorId },
      projectId: projectId ?? "",
      academyCode: academyCode ?? "",
    }),
  );

export const tellModule = ({ id, title, themeId, authorId, projectId, academyCode }: TrainingModule): Told =>
  tell(
    proto.TrainingModulePublishedSchema,
    create(proto.TrainingModulePublishedSchema, {
      ...{ id, title, themeId, authorId },
      projectId: projectId ?? "",
      academyCode: academyCode ?? "",
    }),
  );

/** A draft is the editors' business only. */
export function tellEdition(fact: EditionFact, edition: Edition, url: string): Told | null {
  switch (fact.type) {
    case "EditionOpened":
    case "ItemQueued":
    case "ItemRemoved":
    case "EditionEdited":
    case "EditionArranged":
    case "EditionScheduled":
    case "PieceWritten":
    case "PieceRemoved":
      return null;
    case "EditionPublished": {
      const { id, newsletterId, number } = edition;
      const publicationIds = announced(kept(edition));
      const message = { id, newsletterId, number, url, publicationIds, publishedAt: timestampFromDate(fact.at) };
      return tell(proto.EditionPublishedSchema, create(proto.EditionPublishedSchema, message));
    }
  }
}

/** Signed by one of a pair, it is still their business. */
export function tellSynthesis(fact: SynthesisFact, { id, themeId, kind, state, signatures }: Synthesis): Told | null {
  const synthesis = { id, themeId, kind, state, signedByIds: signatures.map(({ personId }) => personId) };
  switch (fact.type) {
    case "SynthesisOpened":
    case "SynthesisEdited":
    case "SynthesisSignedByOne":
    case "ForewordWritten":
      return null;
    case "SynthesisSigned":
      return tell(proto.SynthesisSignedSchema, create(proto.SynthesisSignedSchema, { synthesis }));
    case "SynthesisDistributed":
      return tell(proto.SynthesisDistributedSchema, create(proto.SynthesisDistributedSchema, { synthesis }));
  }
}

export const tellRelay = (relay: { publicationId: string; channelId: string | null; editionId: string | null }): Told =>
  tell(
    proto.RelayRecordedSchema,
    create(proto.RelayRecordedSchema, {
      publicationId: relay.publicationId,
      channelId: relay.channelId ?? "",
      editionId: relay.editionId ?? "",
    }),
  );

/** The public topic. */
export function tellPublication(fact: PublicationFact, state: Publication, origin: string): Told {
  const publication = publicationMessage(state, origin);
  switch (fact.type) {
    case "PublicationPublished":
      return tell(open.PublicationPublishedSchema, create(open.PublicationPublishedSchema, { publication }));
    case "PublicationUpdated":
      return tell(open.PublicationUpdatedSchema, create(open.PublicationUpdatedSchema, { publication }));
    case "PublicationWithdrawn": {
      const { reason } = fact;
      return tell(open.PublicationWithdrawnSchema, create(open.PublicationWithdrawnSchema, { publication, reason }));
    }
  }
}

/** The same message for the HTTP cursor, by protobuf's JSON mapping. */
export const publicationJson = (publication: Publication, origin: string) =>
  toJson(open.PublicationSchema, publicationMessage(publication, origin), { alwaysEmitImplicit: true }) as object;

const publicationMessage = (publication: Publication, origin: string) => {
  const { words, withdrawnAt } = publication;
  return create(open.PublicationSchema, {
    id: publication.id,
    kind: publication.kind,
    title: publication.title,
    summary: publication.summary,
    url: absolute(origin, publication.address),
    attribution: words.attribution,
    academies: words.academies.map(({ code, name }) => ({ code, name })),
    theme: words.theme ?? undefined,
    disciplines: words.disciplines,
    levels: publication.levels,
    licence: publication.licence ?? "",
    publishedAt: timestampFromDate(publication.publishedAt),
    updatedAt: timestampFromDate(publication.updatedAt),
    withdrawnAt: withdrawnAt ? timestampFromDate(withdrawnAt) : undefined,
  });
};
