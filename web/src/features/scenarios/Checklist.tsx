import type { WorkshopFragment } from "../../gen/graphql.ts";
import { fieldId } from "../../ui/command.ts";
import { count } from "../../ui/plural.ts";
import { anchorOf } from "../../ui/Section.tsx";
import { ready, sectionStates } from "./progress.ts";

type Gap = WorkshopFragment["publicationGaps"][number];

/** What is missing before publication, each item a link to where it is filled in. */
export function Checklist({ scenario }: { scenario: WorkshopFragment }) {
  return (
    <div className="checklist">
      <h2 className="fr-h5" id="a-completer">
        Pour publier
      </h2>
      <ul className="checklist__sections">
        {sectionStates(scenario).map(({ name, title, missing }) => (
          <li key={name} data-complete={missing === 0}>
            <a href={`#${anchorOf(title)}`}>{title}</a>{" "}
            <span className="fr-hint-text">
              {missing === 0 ? "complet" : count(missing, "point manque", "points manquent")}
            </span>
          </li>
        ))}
      </ul>
      {ready(scenario) ? (
        <p className="fr-valid-text">Rien ne manque pour publier.</p>
      ) : (
        <>
          <p className="checklist__title">
            {count(scenario.publicationGaps.length, "point manque", "points manquent")} encore :
          </p>
          <ul className="checklist__gaps">
            {scenario.publicationGaps.map((gap) => (
              <li key={`${gap.code} ${gap.field ?? ""}`}>
                <GapLink gap={gap} />
                <span className="fr-hint-text">Cahier des charges, {gap.requirement}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

const GapLink = ({ gap: { field, message } }: { gap: Gap }) =>
  field ? <a href={`#${fieldId(field)}`}>{message}</a> : message;
