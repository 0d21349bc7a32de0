import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link } from "react-router";
import { definePage } from "../../apollo/page.ts";
import { AcademySeats } from "../../features/people/AcademySeats.tsx";
import { AppointForm } from "../../features/people/AppointForm.tsx";
import { Completeness } from "../../features/people/Completeness.tsx";
import { Gaps } from "../../features/people/Gaps.tsx";
import { Invitations } from "../../features/people/Invitations.tsx";
import { MessageToGroup } from "../../features/people/MessageToGroup.tsx";
import { dayOf, periodOf, proposedDates } from "../../features/people/period.ts";
import { appointing, can, type SeatRole } from "../../features/people/rights.ts";
import { Seats } from "../../features/people/Seats.tsx";
import { WriteToGroup } from "../../features/people/WriteToGroup.tsx";
import { graphql } from "../../gen/gql.ts";
import type { NationalGroupScreenQuery } from "../../gen/graphql.ts";
import { inFrench } from "../../language.ts";
import { Figures } from "../../ui/Figures.tsx";
import { capital, figure } from "../../ui/plural.ts";
import { Reveal } from "../../ui/Reveal.tsx";
import { Section } from "../../ui/Section.tsx";
import { StateBadge } from "../../ui/StateBadge.tsx";
import { useSite } from "../../ui/site.ts";
import { TableFrame } from "../../ui/TableFrame.tsx";
import { useRefresh } from "../../ui/useRefresh.ts";
import { Screen } from "./parts/Screen.tsx";

const page = definePage({
  query: graphql(`
    query NationalGroupScreen($id: ID!) {
      viewer {
        ...ViewerRights
        mandates {
          id
          academy {
            code
            name
            departements
          }
        }
      }
      disciplines {
        code
        label
      }
      nationalGroup(id: $id) {
        id
        version
        seats {
          ...SeatItem
        }
        compositionCheck {
          ...CompositionState
        }
        diversity {
          academies
          disciplines
          firstDegreeTeachers
          secondDegreeTeachers
          vocationalTeachers
        }
        academicGroups {
          id
          academy {
            code
            label
          }
          referent {
            id
            displayName
          }
          project {
            id
            title
            state
          }
          compositionCheck {
            ...CompositionState
          }
        }
        invitations {
          ...WaitingInvitation
        }
        theme {
          id
          title
          state
          durationYears
          campaign {
            id
            schoolYears {
              rank
              startsOn
              endsOn
            }
          }
        }
      }
    }
  `),
  variables: ({ params }) => ({ id: params.id ?? "" }),
  subject: "nationalGroup",
  fresh: true,
  head: ({ nationalGroup }) => ({
    title: t`Groupe national : ${nationalGroup?.theme?.title ?? t`thème`}`,
    noindex: true,
  }),
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

type Group = NonNullable<NationalGroupScreenQuery["nationalGroup"]>;

const roles = ["EXPERT", "INSPECTOR_GENERAL"] as const satisfies SeatRole[];

export default function NationalGroup() {
  const { data } = page.useData();
  const refresh = useRefresh();
  const { clock } = useSite();
  const { nationalGroup: group, viewer = null } = data;
  if (!group) return null;
  const today = dayOf(clock.now);
  const given = group.theme ? roles.filter((role) => can(viewer, appointing[role])) : [];
  return (
    <Screen
      title={t`Groupe de travail national`}
      path={group.theme ? [[group.theme.title, `/espace/themes/${group.theme.id}`]] : []}
      lead={group.theme && <p lang={inFrench}>{group.theme.title}</p>}
    >
      <WriteToGroup
        persons={group.seats.map(({ person }) => person)}
        subject={group.theme?.title ?? t`Groupe de travail national`}
      />
      <MessageToGroup groupId={group.id} mayWrite={can(viewer, "writeToNationalGroup", { themeId: group.theme?.id })} />
      <Section title={t`Composition`}>
        <Gaps
          check={group.compositionCheck}
          complete={t`Rien ne manque : une inspection générale, un·e ou deux expert·es, un·e référent·e par académie retenue.`}
        />
      </Section>
      <Section title={t`Membres`}>
        <Seats
          caption={t`Membres du groupe national`}
          seats={group.seats}
          mayEnd={({ role }) => (given as readonly string[]).includes(role)}
          withAcademy
          today={today}
          onDone={refresh}
        />
        {given.length > 0 && (
          <Reveal label={t`Donner un siège dans ce groupe`} priority="primary">
            {() => (
              <AppointForm
                roles={given}
                place={{ themeId: group.theme?.id ?? "", disciplines: [] }}
                dates={proposedDates(periodOf(group.theme?.campaign, group.theme?.durationYears ?? 1), today)}
                onDone={refresh}
              />
            )}
          </Reveal>
        )}
      </Section>
      {group.theme && (
        <AcademySeats
          data={data}
          themeId={group.theme.id}
          dates={proposedDates(periodOf(group.theme.campaign, group.theme.durationYears), today)}
          onDone={refresh}
        />
      )}
      <Invitations invitations={group.invitations} />
      <Section title={t`Groupes académiques`}>
        <AcademicGroups groups={group.academicGroups} />
      </Section>
      <Section title={t`Diversité des approches`}>
        <Diversity diversity={group.diversity} />
      </Section>
    </Screen>
  );
}

const AcademicGroups = ({ groups }: { groups: Group["academicGroups"] }) =>
  groups.length === 0 ? (
    <p>
      <Trans>Aucune équipe n’est encore retenue : un groupe académique s’ouvre avec chaque candidature retenue.</Trans>
    </p>
  ) : (
    <TableFrame caption={t`Groupes académiques et leur composition`}>
      <thead>
        <tr>
          <th scope="col">{t`Académie`}</th>
          <th scope="col">{t`Projet`}</th>
          <th scope="col">{t`État`}</th>
          <th scope="col">{t`Référent·e`}</th>
          <th scope="col">{t`Composition`}</th>
        </tr>
      </thead>
      <tbody>
        {groups.map(({ id, academy, project, referent, compositionCheck }) => (
          <tr key={id}>
            <th scope="row">
              <Link to={`/espace/groupes/${id}`}>{capital(academy.label)}</Link>
            </th>
            <td lang={inFrench}>{project?.title ?? "–"}</td>
            <td>{project ? <StateBadge of="ProjectState" value={project.state} /> : "–"}</td>
            <td>{referent?.displayName ?? "–"}</td>
            <td>
              <Completeness check={compositionCheck} />
            </td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );

/** The variety of the teams is an asset (R29): shown, never asked for. */
const Diversity = ({ diversity }: { diversity: Group["diversity"] }) => (
  <Figures
    figures={[
      { value: figure(diversity.academies), label: t`académies` },
      { value: figure(diversity.disciplines), label: t`disciplines` },
      { value: figure(diversity.firstDegreeTeachers), label: t`enseignant·es du premier degré` },
      { value: figure(diversity.secondDegreeTeachers), label: t`enseignant·es du second degré` },
      { value: figure(diversity.vocationalTeachers), label: t`de la voie professionnelle` },
    ]}
  />
);
