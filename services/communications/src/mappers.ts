import type { Edition as EditionState, Item } from "./domain/edition.ts";
import type { Material } from "./domain/material.ts";
import type { Publication as PublicationState } from "./domain/publication.ts";
import type { ProblemReport as ReportState } from "./domain/report.ts";
import type { LiteratureReview as LiteratureState, PriorWorkReview as PriorWorkState } from "./domain/reviews.ts";
import type { SocialPost as PostState } from "./domain/social-post.ts";
import type { Foreword, Signature, Synthesis as SynthesisStateOf } from "./domain/synthesis.ts";
import type { TrainingModule as ModuleState } from "./domain/training-module.ts";
import type { WatchItem as WatchState } from "./domain/watch.ts";
import type {
  WebhookAttempt as AttemptRow,
  Channel as ChannelRow,
  SynthesisCopy as CopyRow,
  WebhookDelivery as DeliveryRow,
  Mail as MailRow,
  Newsletter as NewsletterRow,
  Notification as NotificationState,
  Relay as RelayRow,
  Subscriber as SubscriberRow,
} from "./gen/prisma/client.ts";
import type { InstitutionAddress } from "./store/distribution.ts";
import type { Followed } from "./store/followed.ts";
import type { Progress } from "./store/sendings.ts";
import type { KeptWebhook } from "./store/webhooks.ts";

/** What resolvers receive as the parent of each type. */
export type CommunicationMaterial = Material;
export type TrainingModule = ModuleState;
export type PriorWorkReview = PriorWorkState;
export type LiteratureReview = LiteratureState;
export type WatchItem = WatchState;
export type ProblemReport = ReportState;
export type Newsletter = NewsletterRow;
export type Edition = EditionState;
export type EditionItem = Item & { newsletterId: string };
export type Publication = PublicationState;
export type Channel = ChannelRow;
export type Relay = RelayRow;
export type SocialPost = PostState;
export type Theme = { id: string };
export type Project = { id: string };
export type Academy = { code: string };
export type Scenario = { id: string };
export type Viewer = { id: string };
export type Notification = NotificationState;
export type TroubledMail = MailRow;
export type Webhook = KeptWebhook;
export type WebhookDelivery = DeliveryRow;
export type WebhookAttempt = AttemptRow;
export type LetterReader = SubscriberRow;
export type EditionSending = Progress;
export type Synthesis = SynthesisStateOf;
export type SynthesisSignature = Signature;
export type SynthesisForeword = Foreword;
export type SynthesisCopy = CopyRow;
export type Institution = InstitutionAddress;
export type FollowedDiffusion = Followed;
