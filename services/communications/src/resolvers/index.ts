import type { Resolvers } from "../gen/schema.ts";
import { CommunicationMaterial, TrainingModule } from "./group-work.ts";
import { answerProblem } from "./Mutation/answerProblem.ts";
import { arrangeEdition } from "./Mutation/arrangeEdition.ts";
import { decideMail } from "./Mutation/decideMail.ts";
import { declareMaterial } from "./Mutation/declareMaterial.ts";
import { declareTrainingModule } from "./Mutation/declareTrainingModule.ts";
import { editEdition } from "./Mutation/editEdition.ts";
import { markNotificationsRead } from "./Mutation/markNotificationsRead.ts";
import { publishEdition } from "./Mutation/publishEdition.ts";
import { recordLiteratureReview } from "./Mutation/recordLiteratureReview.ts";
import { recordPriorWorkReview } from "./Mutation/recordPriorWorkReview.ts";
import { recordRelay } from "./Mutation/recordRelay.ts";
import { reportProblem } from "./Mutation/reportProblem.ts";
import { setNotificationPreferences } from "./Mutation/setNotificationPreferences.ts";
import { shareWatchItem } from "./Mutation/shareWatchItem.ts";
import { Edition, EditionItem, Newsletter } from "./Newsletter.ts";
import { Notification, TroubledMail } from "./Notification.ts";
import { ProblemReport } from "./ProblemReport.ts";
import { Channel, Publication, Relay, Scenario } from "./Publication.ts";
import { mailQueue } from "./Query/mailQueue.ts";
import { edition, editions, newsletter, newsletters } from "./Query/newsletters.ts";
import { problemReports } from "./Query/problemReports.ts";
import { channels, publications } from "./Query/publications.ts";
import { Academy, LiteratureReview, PriorWorkReview, Project, Theme, WatchItem } from "./Theme.ts";
import { Viewer } from "./Viewer.ts";

export const resolvers: Resolvers = {
  Query: { newsletters, newsletter, edition, editions, publications, channels, mailQueue, problemReports },
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
    markNotificationsRead,
    setNotificationPreferences,
    decideMail,
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
  Notification,
  TroubledMail,
};
