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

const written = (text: string) => (text ? <Prose text={text} /> : <em>À compléter</em>);

/** The application as those read it who do not write it. */
export const ApplicationRead = ({ application, disciplines }: ApplicationReadProps) => (
  <>
    <Section title="Le projet">
      <Facts
        facts={[
          ["Problématique", written(application.problem)],
          ["Objectifs", written(application.objectives)],
          ["Niveaux visés", written(application.levels)],
          ["Outils et ressources", application.tools && written(application.tools)],
          ["Mutualisation prévue", application.sharing && written(application.sharing)],
          ["Durée", application.durationYears === 1 ? "Une année scolaire" : "Deux années scolaires"],
          [
            "Engagement sur les réunions (R43)",
            application.meetingCommitment ? "Pris par l’académie" : "Pas encore pris par l’académie",
          ],
        ]}
      />
    </Section>
    <Section title="Équipe">
      <Facts
        facts={[
          ["Professeur·e référent·e", application.referent?.displayName ?? "À désigner"],
          ["Inspection pilote", application.pilot?.displayName ?? "Non désignée"],
          ["Représentant·e de la CARDIE", application.cardie?.displayName ?? "Pas encore nommé·e"],
        ]}
      />
      {application.members.length === 0 ? (
        <p>L’équipe ne compte encore aucun·e enseignant·e.</p>
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
  <TableFrame caption="Enseignant·es de l’équipe">
    <thead>
      <tr>
        <th scope="col">Personne</th>
        <th scope="col">Degré</th>
        <th scope="col">Voie</th>
        <th scope="col">Discipline</th>
        <th scope="col">Département</th>
        <th scope="col">En classe</th>
      </tr>
    </thead>
    <tbody>
      {members.map((member) => (
        <tr key={member.personId}>
          <th scope="row">{member.person?.displayName ?? "Personne"}</th>
          <td>{labelOf("Degree", member.degree)}</td>
          <td>{labelOf("Track", member.track)}</td>
          <td>{disciplines.find(({ code }) => code === member.disciplineCode)?.label ?? "–"}</td>
          <td>{member.departement ?? "–"}</td>
          <td>{member.implementsInClass ? "Oui" : "Non"}</td>
        </tr>
      ))}
    </tbody>
  </TableFrame>
);
