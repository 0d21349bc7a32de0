import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link } from "react-router";
import { definePage } from "../../apollo/page.ts";
import { Gaps } from "../../features/people/Gaps.tsx";
import { can, familyOf, type Held, whoMay } from "../../features/people/rights.ts";
import { Decide, Submit, Withdraw } from "../../features/projects/ApplicationActions.tsx";
import { ApplicationForm } from "../../features/projects/ApplicationForm.tsx";
import { ApplicationRead } from "../../features/projects/ApplicationRead.tsx";
import {
  Admit,
  DropDecision,
  HandOver,
  Inadmissible,
  Letter,
  Return,
  Reverse,
  Sign,
} from "../../features/projects/DossierActions.tsx";
import { Opinions, Pending, Signatures, Warnings } from "../../features/projects/FollowUp.tsx";
import { History } from "../../features/projects/History.tsx";
import { Messages } from "../../features/projects/Messages.tsx";
import { Progress } from "../../features/projects/Progress.tsx";
import { useRevision } from "../../features/projects/useRevision.ts";
import { graphql } from "../../gen/gql.ts";
import type { ApplicationDossierFragment, ApplicationScreenQuery } from "../../gen/graphql.ts";
import { inFrench } from "../../language.ts";
import { daysLeft } from "../../ui/dates.ts";
import { Facts } from "../../ui/Facts.tsx";
import { French } from "../../ui/French.tsx";
import { capital } from "../../ui/plural.ts";
import { Section } from "../../ui/Section.tsx";
import { StateBadge } from "../../ui/StateBadge.tsx";
import { useSite } from "../../ui/site.ts";
import { Time } from "../../ui/Time.tsx";
import { Part } from "../../ui/Unavailable.tsx";
import { useRefresh } from "../../ui/useRefresh.ts";
import { Screen } from "./parts/Screen.tsx";

const page = definePage({
  query: graphql(`
    query ApplicationScreen($id: ID!) {
      viewer {
        ...ViewerRights
      }
      application(id: $id) {
        ...ApplicationDossier
      }
      disciplines {
        code
        label
      }
    }
  `),
  variables: ({ params }) => ({ id: params.id ?? "" }),
  subject: "application",
  fresh: true,
  head: ({ application }) => ({ title: application?.title || t`Candidature`, noindex: true }),
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

type Disciplines = NonNullable<ApplicationScreenQuery["disciplines"]>;

export default function Application() {
  const { data, failed } = page.useData();
  const { application, viewer = null, disciplines } = data;
  if (!application) return null;
  const rights = rightsOver(application, viewer);
  const path: [string, string][] = [[t`Candidatures`, "/espace/candidatures"]];
  const body = {
    application,
    disciplines: disciplines ?? [],
    rights,
    adviceFailed: failed("application.compositionCheck"),
  };
  return (
    <Screen title={application.title || t`Candidature sans titre`} content={application.title !== ""} path={path}>
      <Warnings application={application} />
      <Standing application={application} />
      {rights.revise ? <Written key={application.id} {...body} /> : <Read {...body} />}
      <FollowUp application={application} />
      <Section title={t`Historique`}>
        <History events={application.history} />
      </Section>
    </Screen>
  );
}

/** What the person may do in the application's present state. */
function rightsOver(application: ApplicationDossierFragment, viewer: Held | null) {
  const { academy, theme, state, missing, signatures, pendingDecision, decision } = application;
  const scope = { academyCodes: familyOf(academy), themeId: theme.id };
  const draft = state === "DRAFT" || state === "RETURNED";
  const examined = state === "SUBMITTED" || state === "UNDER_REVIEW";
  const office = can(viewer, "decideApplication");
  const signs = (viewer?.mandates ?? []).map(({ role }) => role);
  return {
    revise: draft && can(viewer, "reviseApplication", scope),
    sign:
      draft &&
      missing.length === 0 &&
      can(viewer, "signApplication", scope) &&
      signatures.some(({ role, at }) => !at && signs.includes(role)) &&
      signatures.filter(({ at }) => !at).length > 1,
    submit: draft && can(viewer, "submitApplication", scope),
    withdraw: (draft || examined) && can(viewer, "withdrawApplication", scope),
    handOver: (draft || examined || state === "WAITLISTED") && can(viewer, "handOverApplication", scope),
    admit: (state === "SUBMITTED" || state === "INADMISSIBLE") && can(viewer, "judgeAdmissibility"),
    judge: (examined || state === "RETURNED") && !pendingDecision && can(viewer, "judgeAdmissibility"),
    decide: (examined || state === "WAITLISTED") && office,
    proofread: Boolean(pendingDecision) && office,
    reverse: Boolean(decision) && office,
  };
}

/** What is said and decided about it, once it is written. */
function FollowUp({ application }: { application: ApplicationDossierFragment }) {
  const refresh = useRefresh();
  return (
    <>
      <Signatures application={application} />
      <Pending application={application} />
      <Opinions application={application} />
      <Messages application={application} onDone={refresh} />
    </>
  );
}

interface BodyProps {
  application: ApplicationDossierFragment;
  disciplines: Disciplines;
  rights: ReturnType<typeof rightsOver>;
  adviceFailed: boolean;
}

function Written(props: BodyProps) {
  const revision = useRevision(props.application);
  return (
    <div className="application">
      <div>
        <ApplicationForm application={props.application} disciplines={props.disciplines} revision={revision} />
        <Actions {...props} before={revision.saveNow} />
      </div>
      <Aside {...props} />
    </div>
  );
}

function Read(props: BodyProps) {
  const { state } = props.application;
  const awaited = ["SUBMITTED", "UNDER_REVIEW", "WAITLISTED"].includes(state);
  const body = (
    <div>
      <Actions {...props} />
      <ApplicationRead application={props.application} disciplines={props.disciplines} />
    </div>
  );
  // Once it is decided, the group says what it lacks.
  if (state !== "DRAFT" && state !== "RETURNED" && !awaited) return body;
  return (
    <div className="application">
      {body}
      {awaited ? <Advice {...props} /> : <Aside {...props} />}
    </div>
  );
}

const Aside = (props: BodyProps) => (
  <aside className="application__aside" aria-label={t`Avancement`}>
    <h2>{t`Avancement`}</h2>
    <Progress missing={props.application.missing} editable={props.rights.revise} />
    <AdviceBody {...props} />
  </aside>
);

const Advice = (props: BodyProps) => (
  <aside className="application__aside" aria-label={t`Avis sur la composition`}>
    <AdviceBody {...props} />
  </aside>
);

/** Advice while the team is put together, never a bar to the submission (R30 to R42). */
const AdviceBody = ({ application, adviceFailed }: BodyProps) => (
  <>
    <h2>{t`Avis sur la composition`}</h2>
    <p className="fr-hint-text">{t`Un conseil : il n’empêche pas le dépôt.`}</p>
    <Part value={application.compositionCheck} failed={adviceFailed} empty={<p>{t`Pas encore d’avis.`}</p>}>
      {(check) => (
        <Gaps
          check={check}
          academyCode={application.academy?.code}
          complete={t`L’équipe répond au cahier des charges.`}
        />
      )}
    </Part>
  </>
);

function Actions({ application, rights, before }: BodyProps & { before?: () => Promise<unknown> }) {
  const refresh = useRefresh();
  if (!Object.entries(rights).some(([right, held]) => held && right !== "revise")) {
    return <WhoActs application={application} />;
  }
  const props = { application, onDone: refresh, before };
  return (
    <Section title={t`Actions`}>
      <div className="actions">
        {rights.sign && <Sign {...props} />}
        {rights.submit && <Submit {...props} />}
        {rights.admit && <Admit {...props} />}
        {rights.decide && <Decide {...props} />}
        {rights.proofread && <Letter {...props} />}
        {rights.proofread && <DropDecision {...props} />}
        {rights.judge && <Return {...props} />}
        {rights.judge && <Inadmissible {...props} />}
        {rights.reverse && <Reverse {...props} />}
        {rights.handOver && <HandOver {...props} />}
        {rights.withdraw && <Withdraw {...props} />}
      </div>
    </Section>
  );
}

/** Who acts next, for those who cannot. */
function WhoActs({ application: { state } }: { application: ApplicationDossierFragment }) {
  if (state === "DRAFT")
    return (
      <p>
        <Trans>Le dépôt revient à : {whoMay("submitApplication")}.</Trans>
      </p>
    );
  if (state === "SUBMITTED" || state === "UNDER_REVIEW")
    return (
      <p>
        <Trans>La décision revient à : {whoMay("decideApplication")}.</Trans>
      </p>
    );
  return null;
}

function Standing({ application }: { application: ApplicationDossierFragment }) {
  const { clock } = useSite();
  const { theme, academy, decision, project, submittedAt, submittedBy } = application;
  const { call } = theme.campaign;
  return (
    <Facts
      facts={[
        [t`État`, <StateBadge key="state" of="ApplicationState" value={application.state} />],
        [t`Académie`, academy && capital(academy.label)],
        [
          t`Thème`,
          <Link key="theme" to={`/espace/themes/${theme.id}`} lang={inFrench}>
            {theme.title}
          </Link>,
        ],
        [
          t`Clôture de l’appel`,
          <span key="closes">
            <Time at={call.closesAt} as="deadline" />
            {call.state === "OPEN" && `, ${daysLeft(clock.now, call.closesAt)}`}
          </span>,
        ],
        [
          t`Déposée le`,
          submittedAt && (
            <span key="at">
              {submittedBy ? (
                <Trans>
                  <Time at={submittedAt} as="instant" />, par {submittedBy.displayName}
                </Trans>
              ) : (
                <Time at={submittedAt} as="instant" />
              )}
            </span>
          ),
        ],
        [t`Raison de la décision`, decision?.reason && <French key="reason">{decision.reason}</French>],
        [
          t`Projet`,
          project?.group && (
            <Link key="group" to={`/espace/groupes/${project.group.id}`}>
              {t`Groupe académique du projet`}
            </Link>
          ),
        ],
      ]}
    />
  );
}
