import { Badge } from "@codegouvfr/react-dsfr/Badge";
import { type EnumName, labelOf } from "./labels.ts";

type Severity = "success" | "warning" | "error" | "info" | "new";

/** Colour only repeats what the word says; states not named here are neutral. */
const severities: Record<string, Record<string, Severity>> = {
  ActionState: { OPEN: "info", DONE: "success" },
  AddressCheck: {
    OPEN: "success",
    OPEN_ELSEWHERE: "warning",
    LOGIN_REQUIRED: "error",
    UNREACHABLE: "error",
    REFUSED: "error",
  },
  ApplicationState: {
    SUBMITTED: "info",
    RETURNED: "warning",
    INADMISSIBLE: "error",
    UNDER_REVIEW: "info",
    RETAINED: "success",
    RETAINED_CONDITIONALLY: "success",
    WAITLISTED: "warning",
  },
  CallState: { OPEN: "new" },
  EdubaseState: { INDEXED: "success", SUBMITTED: "info" },
  GapSeverity: { BLOCKING: "error", WARNING: "warning" },
  InstalmentState: { ATTESTED: "info", ORDERED: "info", PAID: "success", REJECTED: "error" },
  LetterReaderState: { CONFIRMED: "success", BOUNCED: "error" },
  MeetingState: {
    CONVENED: "info",
    HELD: "success",
    MINUTES_APPROVED: "success",
    SYNTHESIS_ONLINE: "success",
    CANCELLED: "error",
  },
  NoticeState: { TO_SEND: "info", SENT: "success", FAILED: "error" },
  PostState: { SCHEDULED: "info", QUEUED: "info", SENDING: "info", POSTED: "success", FAILED: "error" },
  ProblemState: { OPEN: "warning", ANSWERED: "success" },
  ProjectState: { FORMING: "warning", ENGAGED: "info", RUNNING: "success", ABANDONED: "error" },
  ReviewState: { BEGUN: "info", SUBMITTED: "success", CONFLICT: "warning" },
  ReviewOutcome: { PASSED: "success", RETURNED: "warning" },
  RightsBasis: { TEACHING_EXCEPTION: "warning", UNRESOLVED: "error" },
  ScenarioState: { IN_REVIEW: "info", REVIEWED: "info", PUBLISHED: "success", WITHDRAWN: "error" },
  SynthesisCopyState: { SENT: "success", FAILED: "error", UNCERTAIN: "warning" },
  SynthesisState: { SIGNED: "info", DISTRIBUTED: "success" },
  ThemeState: {
    OPEN: "new",
    LAUNCHED: "info",
    YEAR_1: "info",
    YEAR_2: "info",
    SYNTHESISED: "success",
    DIFFUSED: "success",
  },
  WebhookDeliveryState: { DELIVERED: "success", FAILED: "error" },
  WebhookState: { ACTIVE: "success", SUSPENDED: "error" },
};

export const StateBadge = ({ of, value }: { of: EnumName; value: string }) => (
  <Badge noIcon small as="span" severity={severities[of]?.[value]}>
    {labelOf(of, value)}
  </Badge>
);
