import type { Resolvers } from "../gen/schema.ts";
import { CommunicationMaterial, TrainingModule } from "./group-work.ts";
import { LetterReader } from "./LetterReader.ts";
import { answerProblem } from "./Mutation/answerProblem.ts";
import { arrangeEdition } from "./Mutation/arrangeEdition.ts";
import { changePost } from "./Mutation/changePost.ts";
import { composeTrainingModule } from "./Mutation/composeTrainingModule.ts";
import { decideEditionMails } from "./Mutation/decideEditionMails.ts";
import { decideMail } from "./Mutation/decideMail.ts";
import { declareMaterial } from "./Mutation/declareMaterial.ts";
import { declareTrainingModule } from "./Mutation/declareTrainingModule.ts";
import { distributeSynthesis } from "./Mutation/distributeSynthesis.ts";
import { editEdition } from "./Mutation/editEdition.ts";
import { editSynthesis } from "./Mutation/editSynthesis.ts";
import { importLetterDirectory } from "./Mutation/importLetterDirectory.ts";
import { markNotificationsRead } from "./Mutation/markNotificationsRead.ts";
import { postToChannel } from "./Mutation/postToChannel.ts";
import { publishEdition } from "./Mutation/publishEdition.ts";
import { recordLiteratureReview } from "./Mutation/recordLiteratureReview.ts";
import { recordPriorWorkReview } from "./Mutation/recordPriorWorkReview.ts";
import { recordRelay } from "./Mutation/recordRelay.ts";
import { redeliverWebhook } from "./Mutation/redeliverWebhook.ts";
import { registerWebhook } from "./Mutation/registerWebhook.ts";
import { removeEditionPiece } from "./Mutation/removeEditionPiece.ts";
import { removeWebhook } from "./Mutation/removeWebhook.ts";
import { replayWebhook } from "./Mutation/replayWebhook.ts";
import { reportProblem } from "./Mutation/reportProblem.ts";
import { reviseWebhook } from "./Mutation/reviseWebhook.ts";
import { rotateWebhookKeys } from "./Mutation/rotateWebhookKeys.ts";
import { saveChannel } from "./Mutation/saveChannel.ts";
import { scheduleEdition } from "./Mutation/scheduleEdition.ts";
import { sendEdition } from "./Mutation/sendEdition.ts";
import { sendEditionTest } from "./Mutation/sendEditionTest.ts";
import { setInstitution } from "./Mutation/setInstitution.ts";
import { setNotificationPreferences } from "./Mutation/setNotificationPreferences.ts";
import { setWebhookActive } from "./Mutation/setWebhookActive.ts";
import { shareWatchItem } from "./Mutation/shareWatchItem.ts";
import { signSynthesis } from "./Mutation/signSynthesis.ts";
import { testWebhook } from "./Mutation/testWebhook.ts";
import { unsubscribeLetterReader } from "./Mutation/unsubscribeLetterReader.ts";
import { writeEditionPiece } from "./Mutation/writeEditionPiece.ts";
import { writeForeword } from "./Mutation/writeForeword.ts";
import { Edition, EditionItem, Newsletter } from "./Newsletter.ts";
import { Notification, TroubledMail } from "./Notification.ts";
import { ProblemReport } from "./ProblemReport.ts";
import { Channel, Publication, Relay, Scenario, SocialPost } from "./Publication.ts";
import { followedDiffusion } from "./Query/followedDiffusion.ts";
import { letterAudiences, letterReaders } from "./Query/letterReaders.ts";
import { mailQueue } from "./Query/mailQueue.ts";
import { edition, editions, newsletter, newsletters } from "./Query/newsletters.ts";
import { problemReports } from "./Query/problemReports.ts";
import { channels, publications } from "./Query/publications.ts";
import { institutions, synthesis } from "./Query/syntheses.ts";
import { trainingModule } from "./Query/trainingModule.ts";
import { webhook, webhooks } from "./Query/webhooks.ts";
import { Institution, Synthesis, SynthesisCopy, SynthesisForeword, SynthesisSignature } from "./Synthesis.ts";
import { Academy, LiteratureReview, PriorWorkReview, Project, Theme, WatchItem } from "./Theme.ts";
import { Viewer } from "./Viewer.ts";
import { Webhook, WebhookDelivery } from "./Webhook.ts";

export const resolvers: Resolvers = {
  Query: {
    newsletters,
    newsletter,
    edition,
    editions,
    publications,
    channels,
    trainingModule,
    mailQueue,
    problemReports,
    webhooks,
    webhook,
    letterReaders,
    letterAudiences,
    synthesis,
    institutions,
    followedDiffusion,
  },
  Mutation: {
    recordPriorWorkReview,
    recordLiteratureReview,
    declareMaterial,
    declareTrainingModule,
    composeTrainingModule,
    editEdition,
    arrangeEdition,
    publishEdition,
    recordRelay,
    saveChannel,
    postToChannel,
    changePost,
    removeEditionPiece,
    writeEditionPiece,
    editSynthesis,
    signSynthesis,
    writeForeword,
    distributeSynthesis,
    setInstitution,
    scheduleEdition,
    sendEdition,
    sendEditionTest,
    decideEditionMails,
    importLetterDirectory,
    unsubscribeLetterReader,
    shareWatchItem,
    markNotificationsRead,
    setNotificationPreferences,
    decideMail,
    reportProblem,
    answerProblem,
    registerWebhook,
    reviseWebhook,
    setWebhookActive,
    rotateWebhookKeys,
    removeWebhook,
    testWebhook,
    redeliverWebhook,
    replayWebhook,
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
  SocialPost,
  Theme,
  Project,
  Academy,
  Viewer,
  Notification,
  TroubledMail,
  Synthesis,
  SynthesisSignature,
  SynthesisForeword,
  SynthesisCopy,
  Institution,
  LetterReader,
  Webhook,
  WebhookDelivery,
};
