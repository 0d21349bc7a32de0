import type { Resolvers } from "../gen/schema.ts";
import { CommunicationMaterial, TrainingModule } from "./group-work.ts";
import { arrangeEdition } from "./Mutation/arrangeEdition.ts";
import { declareMaterial } from "./Mutation/declareMaterial.ts";
import { declareTrainingModule } from "./Mutation/declareTrainingModule.ts";
import { editEdition } from "./Mutation/editEdition.ts";
import { publishEdition } from "./Mutation/publishEdition.ts";
import { recordLiteratureReview } from "./Mutation/recordLiteratureReview.ts";
import { recordPriorWorkReview } from "./Mutation/recordPriorWorkReview.ts";
import { recordRelay } from "./Mutation/recordRelay.ts";
import { shareWatchItem } from "./Mutation/shareWatchItem.ts";
import { Edition, EditionItem, Newsletter } from "./Newsletter.ts";
import { Channel, Publication, Relay, Scenario } from "./Publication.ts";
import { edition, editions, newsletter, newsletters } from "./Query/newsletters.ts";
import { channels, publications } from "./Query/publications.ts";
import { Academy, LiteratureReview, PriorWorkReview, Project, Theme, WatchItem } from "./Theme.ts";
import { Viewer } from "./Viewer.ts";

export const resolvers: Resolvers = {
  Query: { newsletters, newsletter, edition, editions, publications, channels },
  Mutation: {
    recordPriorWorkReview,
    recordLiteratureReview,
    declareMaterial,
    declareTrainingModule,
    editEdition,
    arrangeEdition,
    publishEdition,
    recordRelay,
    shareWatchItem,
  },
  CommunicationMaterial,
  TrainingModule,
  PriorWorkReview,
  LiteratureReview,
  WatchItem,
  Newsletter,
  Edition,
  EditionItem,
  Publication,
  Scenario,
  Relay,
  Channel,
  Theme,
  Project,
  Academy,
  Viewer,
};
