import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { WorkshopFragment } from "../../gen/graphql.ts";
import { fieldId } from "../../ui/command.ts";
import { anchorOf } from "../../ui/Section.tsx";
import { ready, sectionStates } from "./progress.ts";

type Gap = WorkshopFragment["publicationGaps"][number];

/** What is missing before publication, each item a link to where it is filled in. */
export function Checklist({ scenario }: { scenario: WorkshopFragment }) {
  return (
    <div className="checklist">
      <h2 className="fr-h5" id="a-completer">
        {t`Pour publier`}
      </h2>
      <ul className="checklist__sections">
        {sectionStates(scenario).map(({ name, title, missing }) => (
          <li key={name} data-complete={missing === 0}>
            <a href={`#${anchorOf(title)}`}>{title}</a>{" "}
            <span className="fr-hint-text">
              {missing === 0 ? t`complet` : plural(missing, { one: "# point manque", other: "# points manquent" })}
            </span>
          </li>
        ))}
      </ul>
      {ready(scenario) ? (
        <p className="fr-valid-text">{t`Rien ne manque pour publier.`}</p>
      ) : (
        <>
          <p className="checklist__title">
            <Trans>
              {plural(scenario.publicationGaps.length, { one: "# point manque", other: "# points manquent" })} encore :
            </Trans>
          </p>
          <ul className="checklist__gaps">
            {scenario.publicationGaps.map((gap) => (
              <li key={`${gap.code} ${gap.field ?? ""}`}>
                <GapLink gap={gap} />
                <span className="fr-hint-text">
                  <Trans>Cahier des charges, {gap.requirement}</Trans>
                </span>
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
