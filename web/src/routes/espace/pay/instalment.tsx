import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link } from "react-router";
import { definePage } from "../../../apollo/page.ts";
import { can, familyOf, type Held, whoMay } from "../../../features/people/rights.ts";
import { History } from "../../../features/projects/History.tsx";
import { Attest, Order, Pay, Reject } from "../../../features/projects/PayActions.tsx";
import { PayLinesEditor } from "../../../features/projects/PayLinesEditor.tsx";
import { PayLinesTable } from "../../../features/projects/PayLinesTable.tsx";
import { graphql } from "../../../gen/gql.ts";
import type { InstalmentFileFragment } from "../../../gen/graphql.ts";
import { inFrench } from "../../../language.ts";
import { longDate } from "../../../ui/dates.ts";
import { Facts } from "../../../ui/Facts.tsx";
import { capital } from "../../../ui/plural.ts";
import { Section } from "../../../ui/Section.tsx";
import { StateBadge } from "../../../ui/StateBadge.tsx";
import { Time } from "../../../ui/Time.tsx";
import { useRefresh } from "../../../ui/useRefresh.ts";
import { Screen } from "../parts/Screen.tsx";

const page = definePage({
  query: graphql(`
    query InstalmentScreen($id: ID!) {
      viewer {
        ...ViewerRights
      }
      instalment(id: $id) {
        ...InstalmentFile
      }
    }
  `),
  variables: ({ params }) => ({ id: params.id ?? "" }),
  subject: "instalment",
  fresh: true,
  head: ({ instalment }) => ({ title: instalment ? titleOf(instalment) : t`Versement`, noindex: true }),
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

const titleOf = ({ number, schoolYear }: { number: number; schoolYear: string }) =>
  number === 1 ? t`Premier versement de ${schoolYear}` : t`Second versement de ${schoolYear}`;

export default function Instalment() {
  const { data } = page.useData();
  const { instalment, viewer = null } = data;
  const refresh = useRefresh();
  if (!instalment) return null;
  const rights = rightsOver(instalment, viewer);
  return (
    <Screen title={titleOf(instalment)} path={[[t`Versements`, "/espace/versements"]]}>
      <Standing instalment={instalment} />
      <Missing instalment={instalment} />
      <Actions instalment={instalment} rights={rights} onDone={refresh} />
      <Lines key={instalment.id} instalment={instalment} write={rights.write} onDone={refresh} />
      <Section title={t`Historique`}>
        <History events={instalment.history} />
      </Section>
    </Screen>
  );
}

function rightsOver({ academy, theme, state }: InstalmentFileFragment, viewer: Held | null) {
  const attests = can(viewer, "attestService", { academyCodes: familyOf(academy), themeId: theme.id });
  const office = can(viewer, "orderPayment");
  return {
    write: attests && state !== "ORDERED" && state !== "PAID",
    attest: attests && (state === "PLANNED" || state === "REJECTED"),
    order: office && state === "ATTESTED",
    reject: office && (state === "ATTESTED" || state === "ORDERED"),
    pay: office && state === "ORDERED",
  };
}

interface PartProps {
  instalment: InstalmentFileFragment;
  onDone: () => void;
}

function Actions({ instalment, rights, onDone }: PartProps & { rights: ReturnType<typeof rightsOver> }) {
  const { attest, order, reject, pay } = rights;
  if (!attest && !order && !reject && !pay) return <WhoActs state={instalment.state} />;
  const props = { instalment, onDone };
  return (
    <Section title={t`Actions`}>
      <div className="actions">
        {attest && <Attest {...props} />}
        {order && <Order {...props} />}
        {pay && <Pay {...props} />}
        {reject && <Reject {...props} />}
      </div>
    </Section>
  );
}

/** Who acts next, for those who cannot. */
function WhoActs({ state }: Pick<InstalmentFileFragment, "state">) {
  if (state === "PAID") return null;
  const who = whoMay(state === "ATTESTED" || state === "ORDERED" ? "orderPayment" : "attestService");
  return (
    <p>
      <Trans>La suite revient à : {who}.</Trans>
    </p>
  );
}

function Lines({ instalment, write, onDone }: PartProps & { write: boolean }) {
  const { lines } = instalment;
  if (!lines) return null;
  return (
    <Section title={t`Lignes`}>
      {write ? (
        <PayLinesEditor instalment={instalment} onDone={onDone} />
      ) : (
        <PayLinesTable lines={lines} caption={t`Lignes du versement`} />
      )}
    </Section>
  );
}

const Missing = ({ instalment: { gaps, state } }: Pick<PartProps, "instalment">) =>
  gaps.length > 0 && state !== "ATTESTED" ? (
    <Section title={t`Ce qui manque`}>
      <ul lang={inFrench}>
        {gaps.map(({ code, message }) => (
          <li key={code} lang={inFrench}>
            {message}
          </li>
        ))}
      </ul>
    </Section>
  ) : null;

function Standing({ instalment }: Pick<PartProps, "instalment">) {
  const { project, theme, academy, state, attestation, order, rejection, paidOn } = instalment;
  const from = longDate(instalment.opensOn);
  const to = longDate(instalment.closesOn);
  return (
    <Facts
      facts={[
        [t`État`, <StateBadge key="state" of="InstalmentState" value={state} />],
        [t`Équipe`, <Team key="team" project={project} />],
        [
          t`Académie`,
          academy && (
            <span key="academy" lang={inFrench}>
              {capital(academy.label)}
            </span>
          ),
        ],
        [
          t`Thème`,
          <Link key="theme" to={`/espace/themes/${theme.id}`} lang={inFrench}>
            {theme.title}
          </Link>,
        ],
        [t`À attester et ordonner`, t`du ${from} au ${to} inclus, heure de Paris`],
        [t`Service fait attesté`, attestation && <Signed key="attested" act={attestation} more={attestation.note} />],
        [
          t`Document`,
          instalment.attestationUrl && (
            <a key="document" href={instalment.attestationUrl}>{t`Attestation de service fait (PDF)`}</a>
          ),
        ],
        [t`Ordonné`, order && <Signed key="ordered" act={order} more={order.reference} />],
        [t`Payé le`, paidOn && longDate(paidOn)],
        [t`Dernier rejet`, rejection && <Signed key="rejected" act={rejection} more={rejection.reason} />],
      ]}
    />
  );
}

const Team = ({ project }: Pick<InstalmentFileFragment, "project">) =>
  project.group ? (
    <Link to={`/espace/groupes/${project.group.id}`} lang={inFrench}>
      {project.title}
    </Link>
  ) : (
    <span lang={inFrench}>{project.title}</span>
  );

interface Act {
  at: string;
  by?: { displayName: string } | null;
}

const Signed = ({ act: { at, by }, more }: { act: Act; more?: string | null }) => (
  <>
    <Time at={at} as="instant" />
    {by && `, ${by.displayName}`}
    {more && (
      <span className="fr-hint-text" lang={inFrench}>
        {more}
      </span>
    )}
  </>
);
