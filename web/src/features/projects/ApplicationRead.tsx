import { t } from "@lingui/core/macro";
import type { ApplicationDossierFragment } from "../../gen/graphql.ts";
import { Facts } from "../../ui/Facts.tsx";
import { labelOf } from "../../ui/labels.ts";
import { Prose } from "../../ui/Prose.tsx";
import { Section } from "../../ui/Section.tsx";
import { TableFrame } from "../../ui/TableFrame.tsx";

interface ApplicationReadProps {
  application: ApplicationDossierFragment;
  disciplines: readonly { code: string; label: string }[];
}

const written = (text: string) => (text ? <Prose text={text} /> : <em>{t`À compléter`}</em>);

/** The application as those read it who do not write it. */
export const ApplicationRead = ({ application, disciplines }: ApplicationReadProps) => (
  <>
    <Section title={t`Le projet`}>
      <Facts
        facts={[
          [t`Problématique`, written(application.problem)],
          [t`Objectifs`, written(application.objectives)],
          [t`Niveaux visés`, written(application.levels)],
          [t`Outils et ressources`, application.tools && written(application.tools)],
          [t`Mutualisation prévue`, application.sharing && written(application.sharing)],
          [t`Durée`, application.durationYears === 1 ? t`Une année scolaire` : t`Deux années scolaires`],
          [
            t`Engagement sur les réunions`,
            application.meetingCommitment ? t`Pris par l’académie` : t`Pas encore pris par l’académie`,
          ],
        ]}
      />
    </Section>
    <Section title={t`Équipe`}>
      <Facts
        facts={[
          [t`Professeur·e référent·e`, application.referent?.displayName ?? t`À désigner`],
          [t`Inspection pilote`, application.pilot?.displayName ?? t`Non désignée`],
          [t`Représentant·e de la CARDIE`, application.cardie?.displayName ?? t`Pas encore nommé·e`],
        ]}
      />
      {application.members.length === 0 ? (
        <p>{t`L’équipe ne compte encore aucun·e enseignant·e.`}</p>
      ) : (
        <Members members={application.members} disciplines={disciplines} />
      )}
    </Section>
  </>
);

interface MembersProps {
  members: ApplicationDossierFragment["members"];
  disciplines: ApplicationReadProps["disciplines"];
}

const Members = ({ members, disciplines }: MembersProps) => (
  <TableFrame caption={t`Enseignant·es de l’équipe`}>
    <thead>
      <tr>
        <th scope="col">{t`Personne`}</th>
        <th scope="col">{t`Degré`}</th>
        <th scope="col">{t`Voie`}</th>
        <th scope="col">{t`Discipline`}</th>
        <th scope="col">{t`Département`}</th>
        <th scope="col">{t`En classe`}</th>
      </tr>
    </thead>
    <tbody>
      {members.map((member) => (
        <tr key={member.personId}>
          <th scope="row">{member.person?.displayName ?? t`Personne`}</th>
          <td>{labelOf("Degree", member.degree)}</td>
          <td>{labelOf("Track", member.track)}</td>
          <td>{disciplines.find(({ code }) => code === member.disciplineCode)?.label ?? "–"}</td>
          <td>{member.departement ?? "–"}</td>
          <td>{member.implementsInClass ? t`Oui` : t`Non`}</td>
        </tr>
      ))}
    </tbody>
  </TableFrame>
);
