import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link } from "react-router";
import { definePage } from "../../apollo/page.ts";
import { AppointForm } from "../../features/people/AppointForm.tsx";
import { DasenAgreements } from "../../features/people/DasenAgreements.tsx";
import { Gaps } from "../../features/people/Gaps.tsx";
import { Invitations } from "../../features/people/Invitations.tsx";
import { MessageToGroup } from "../../features/people/MessageToGroup.tsx";
import { Partners } from "../../features/people/Partners.tsx";
import { dayOf, periodOf, proposedDates } from "../../features/people/period.ts";
import { appointing, can, familyOf, type SeatRole } from "../../features/people/rights.ts";
import { Seats } from "../../features/people/Seats.tsx";
import { PersonName, WhoCanAct } from "../../features/people/Who.tsx";
import { WriteToGroup } from "../../features/people/WriteToGroup.tsx";
import { graphql } from "../../gen/gql.ts";
import type { AcademicGroupScreenQuery } from "../../gen/graphql.ts";
import { inFrench } from "../../language.ts";
import { Facts } from "../../ui/Facts.tsx";
import { capital } from "../../ui/plural.ts";
import { Reveal } from "../../ui/Reveal.tsx";
import { Section } from "../../ui/Section.tsx";
import { StateBadge } from "../../ui/StateBadge.tsx";
import { useSite } from "../../ui/site.ts";
import { Time } from "../../ui/Time.tsx";
import { useRefresh } from "../../ui/useRefresh.ts";
import { AtAGlance } from "./academic-group/AtAGlance.tsx";
import { Screen } from "./parts/Screen.tsx";

const page = definePage({
  query: graphql(`
    query AcademicGroupScreen($id: ID!) {
      viewer {
        ...ViewerRights
      }
      academicGroup(id: $id) {
        id
        ...AcademicGroupSeats
        partners {
          ...TeamPartner
        }
        invitations {
          ...WaitingInvitation
        }
        ...GroupAtAGlance
        academy {
          code
          label
          departements
          successor {
            code
          }
          predecessors {
            code
          }
          dan {
            id
            displayName
            email
          }
        }
        theme {
          id
          title
          durationYears
          disciplines {
            code
            label
          }
          nationalGroup {
            id
            seats {
              role
              person {
                id
                displayName
                email
              }
            }
          }
        }
        project {
          id
          title
          state
          engagedAt
          campaign {
            id
            label
            schoolYears {
              rank
              startsOn
              endsOn
            }
          }
        }
      }
      disciplines {
        code
        label
      }
    }
  `),
  variables: ({ params }) => ({ id: params.id ?? "" }),
  subject: "academicGroup",
  fresh: true,
  head: ({ academicGroup }) => ({
    title: t`Groupe de l’${academicGroup?.academy.label ?? ""}`,
    noindex: true,
  }),
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

type Group = NonNullable<AcademicGroupScreenQuery["academicGroup"]>;

const roles = ["TEACHER", "REFERENT", "PILOT", "CARDIE", "IEN"] as const satisfies SeatRole[];

export default function AcademicGroup() {
  const { data } = page.useData();
  const refresh = useRefresh();
  const { clock } = useSite();
  const { academicGroup: group, viewer = null } = data;
  if (!group) return null;
  const scope = { academyCodes: familyOf(group.academy), themeId: group.theme?.id };
  const given = roles.filter((role) => can(viewer, appointing[role], scope));
  const today = dayOf(clock.now);
  return (
    <Screen
      title={group.project?.title ?? t`Groupe académique`}
      content={group.project?.title !== undefined}
      lead={
        <p>
          <Trans>Groupe de l’{group.academy.label}</Trans>
        </p>
      }
    >
      <Section title={t`En un coup d’œil`}>
        <AtAGlance group={group} />
        <WriteToGroup
          persons={group.seats.map(({ person }) => person)}
          subject={group.project?.title ?? t`Groupe académique`}
        />
        <MessageToGroup groupId={group.id} mayWrite={can(viewer, "writeToAcademicGroup", scope)} />
      </Section>
      <Standing group={group} />
      <Section title={t`Composition`}>
        <Gaps
          check={group.compositionCheck}
          academyCode={group.academy.code}
          complete={t`Rien ne manque à la composition du groupe.`}
        />
      </Section>
      <Section title={t`Membres`}>
        <Seats
          caption={t`Membres du groupe académique`}
          seats={group.seats}
          mayEnd={({ role }) => (given as readonly string[]).includes(role)}
          today={today}
          onDone={refresh}
        />
        {given.length > 0 && group.theme && (
          <Reveal label={t`Donner un siège dans ce groupe`} priority="primary">
            {() => (
              <AppointForm
                roles={given}
                place={{ themeId: group.theme?.id ?? "", academy: group.academy, disciplines: data.disciplines ?? [] }}
                dates={proposedDates(periodOf(group.project?.campaign, group.theme?.durationYears ?? 1), today)}
                onDone={refresh}
              />
            )}
          </Reveal>
        )}
      </Section>
      <Invitations invitations={group.invitations} />
      <Section title={t`Partenaires`}>
        <Partners groupId={group.id} partners={group.partners} mayName={can(viewer, "namePartner", scope)} />
      </Section>
      <Section title={t`Interlocuteurs`}>
        <Interlocutors group={group} />
      </Section>
      <Section title={t`Accords des DASEN`}>
        <DasenAgreements group={group} viewer={viewer} onDone={refresh} />
      </Section>
    </Screen>
  );
}

const Standing = ({ group: { project, theme, academy } }: { group: Group }) => (
  <Facts
    facts={[
      [t`Académie`, capital(academy.label)],
      [
        t`Thème`,
        theme && (
          <Link key="theme" to={`/espace/themes/${theme.id}`} lang={inFrench}>
            {theme.title}
          </Link>
        ),
      ],
      [
        t`Groupe national`,
        theme?.nationalGroup && (
          <Link key="national" to={`/espace/groupes-nationaux/${theme.nationalGroup.id}`}>
            {t`Groupe de travail national du thème`}
          </Link>
        ),
      ],
      [t`Campagne`, project?.campaign.label],
      [t`Travail de l’équipe`, project && <TeamWork key="work" id={project.id} />],
      [t`État du projet`, project && <StateBadge key="state" of="ProjectState" value={project.state} />],
      [t`Équipe engagée le`, project?.engagedAt && <Time key="engaged" at={project.engagedAt} />],
    ]}
  />
);

/** The référent is the interlocutor of the pilot and of the DAN (R38, R39). */
function Interlocutors({ group: { referent, pilot, academy, theme } }: { group: Group }) {
  const missing = (role: "REFERENT" | "PILOT" | "DAN") => (
    <Trans>
      Personne à ce jour. <WhoCanAct roles={role === "DAN" ? ["ADMIN"] : ["DAN"]} academyCode={academy.code} /> peut y
      remédier.
    </Trans>
  );
  return (
    <>
      <p>
        <Trans>
          Le ou la professeur·e référent·e est l’interlocuteur ou l’interlocutrice de l’inspection qui pilote le groupe
          et de la délégation académique au numérique.
        </Trans>
      </p>
      <Facts
        facts={[
          [t`Professeur·e référent·e`, referent ? <PersonName key="r" person={referent} /> : missing("REFERENT")],
          [t`Inspection pilote`, pilot ? <PersonName key="p" person={pilot} /> : missing("PILOT")],
          [t`Délégation au numérique`, academy.dan ? <PersonName key="d" person={academy.dan} /> : missing("DAN")],
          [t`Expertise DNE du thème`, nationalOf(theme, "EXPERT")],
          [t`Inspection générale du thème`, nationalOf(theme, "INSPECTOR_GENERAL")],
        ]}
      />
    </>
  );
}

/** Those of the national group whom a team asks: shown by name, since a role is nobody's address. */
function nationalOf(theme: Group["theme"], role: "EXPERT" | "INSPECTOR_GENERAL") {
  const persons = theme?.nationalGroup?.seats.filter((seat) => seat.role === role).map(({ person }) => person) ?? [];
  if (persons.length === 0) return null;
  return (
    <ul className="plain">
      {persons.map((person) => (
        <li key={person.id}>
          <PersonName person={person} />
        </li>
      ))}
    </ul>
  );
}

/** The screens on which the team works together. */
const TeamWork = ({ id }: { id: string }) => (
  <ul className="plain">
    <li>
      <Link to={`/espace/scenarios?projet=${id}`}>{t`Scénarios`}</Link>
    </li>
    <li>
      <Link to={`/espace/reunions?projet=${id}`}>{t`Réunions`}</Link>
    </li>
    <li>
      <Link to={`/espace/supports?projet=${id}`}>{t`Supports et modules`}</Link>
    </li>
  </ul>
);
