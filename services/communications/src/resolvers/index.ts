import type { Resolvers } from "../gen/schema.ts";
import { CommunicationMaterial, TrainingModule } from "./group-work.ts";
import { answerProblem } from "./Mutation/answerProblem.ts";
import { arrangeEdition } from "./Mutation/arrangeEdition.ts";
import { declareMaterial } from "./Mutation/declareMaterial.ts";
import { declareTrainingModule } from "./Mutation/declareTrainingModule.ts";
import { editEdition } from "./Mutation/editEdition.ts";
import { publishEdition } from "./Mutation/publishEdition.ts";
import { recordLiteratureReview } from "./Mutation/recordLiteratureReview.ts";
import { recordPriorWorkReview } from "./Mutation/recordPriorWorkReview.ts";
import { recordRelay } from "./Mutation/recordRelay.ts";
import { reportProblem } from "./Mutation/reportProblem.ts";
import { shareWatchItem } from "./Mutation/shareWatchItem.ts";
import { Edition, EditionItem, Newsletter } from "./Newsletter.ts";
import { ProblemReport } from "./ProblemReport.ts";
import { Channel, Publication, Relay, Scenario } from "./Publication.ts";
import { edition, editions, newsletter, newsletters } from "./Query/newsletters.ts";
import { problemReports } from "./Query/problemReports.ts";
import { channels, publications } from "./Query/publications.ts";
import { Academy, LiteratureReview, PriorWorkReview, Project, Theme, WatchItem } from "./Theme.ts";
import { Viewer } from "./Viewer.ts";

export const resolvers: Resolvers = {
  Query: { newsletters, newsletter, edition, editions, publications, channels, problemReports },
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
    reportProblem,
    answerProblem,
  },
  CommunicationMaterial,
  TrainingModule,
  PriorWorkReview,
  LiteratureReview,
  WatchItem,
  ProblemReport,
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
