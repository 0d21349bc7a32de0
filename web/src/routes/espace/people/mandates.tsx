import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { definePage } from "../../../apollo/page.ts";
import { AnswerInvitation } from "../../../features/people/AnswerInvitation.tsx";
import { MandateList } from "../../../features/people/MandateList.tsx";
import { graphql } from "../../../gen/gql.ts";
import type { MyMandatesQuery } from "../../../gen/graphql.ts";
import { inFrench } from "../../../language.ts";
import { longDate } from "../../../ui/dates.ts";
import { Empty } from "../../../ui/Empty.tsx";
import { labelOf } from "../../../ui/labels.ts";
import { Section } from "../../../ui/Section.tsx";
import { useRefresh } from "../../../ui/useRefresh.ts";
import { Screen } from "../parts/Screen.tsx";

const page = definePage({
  query: graphql(`
    query MyMandates {
      viewer {
        id
        person {
          id
          mandates(all: true) {
            ...HeldMandate
          }
        }
      }
    }
  `),
  subject: "viewer",
  fresh: true,
  head: () => ({ title: t`Mes mandats`, noindex: true }),
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

/** What the person holds, held and is asked to take on. */
export default function MyMandates() {
  const { data } = page.useData();
  const refresh = useRefresh();
  const mandates = data.viewer?.person.mandates ?? [];
  const invitations = mandates.filter(({ state }) => state === "INVITED");
  const others = mandates.filter(({ state }) => state !== "INVITED");
  return (
    <Screen
      title={t`Mes mandats`}
      lead={<Trans>Vos droits commencent et finissent avec vos mandats, à minuit dans le fuseau de l’académie.</Trans>}
    >
      {invitations.length > 0 && (
        <Section title={t`Invitations`}>
          {invitations.map((invitation) => (
            <Invitation key={invitation.id} invitation={invitation} onDone={refresh} />
          ))}
        </Section>
      )}
      <Section title={t`Mandats`}>
        {others.length > 0 ? (
          <MandateList mandates={others} caption={t`Mes mandats, du plus récent au plus ancien`} />
        ) : (
          <Empty>{t`Aucun mandat à ce jour : ils sont donnés par l’académie, ou par le département DNE A2.`}</Empty>
        )}
      </Section>
    </Screen>
  );
}

type Mandate = NonNullable<MyMandatesQuery["viewer"]>["person"]["mandates"][number];

const Invitation = ({ invitation, onDone }: { invitation: Mandate; onDone: () => void }) => (
  <div className="fr-mb-4w">
    <h3>{labelOf("Role", invitation.role)}</h3>
    <p>
      {invitation.theme && <span lang={inFrench}>{invitation.theme.title}</span>}
      {invitation.academy && ` – ${invitation.academy.name}`}
      {invitation.answerBy && <strong> {t`Répondez avant la fin du ${longDate(invitation.answerBy)}.`}</strong>}
    </p>
    <AnswerInvitation mandateId={invitation.id} onDone={onDone} />
  </div>
);
