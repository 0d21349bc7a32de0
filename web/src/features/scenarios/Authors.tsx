import { Button } from "@codegouvfr/react-dsfr/Button";
import { Select } from "@codegouvfr/react-dsfr/Select";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useState } from "react";
import type { ContributionRole, WorkshopFragment } from "../../gen/graphql.ts";
import { options } from "../../ui/labels.ts";
import { offerUndo } from "../../ui/undo.ts";
import type { Draft } from "../../ui/useDraft.ts";
import { PersonPicker } from "../people/PersonPicker.tsx";
import type { ScenarioFields } from "./workshop.ts";

interface AuthorsProps {
  scenario: WorkshopFragment;
  draft: Draft<ScenarioFields>;
}

/** Co-authors, of any academy (R07), each with what he or she did. */
export function Authors({ scenario, draft }: AuthorsProps) {
  const [picked, setPicked] = useState<Record<string, string>>({});
  const { authors } = draft.fields;
  // Without everyone's name nobody could be kept: a list sent back short would remove them.
  if (scenario.authors.some(({ person }) => !person)) {
    return <p className="unavailable">{t`Les auteurs ne peuvent pas être modifiés : l’annuaire ne répond pas.`}</p>;
  }
  const nameOf = (id: string) =>
    scenario.authors.find(({ person }) => person?.id === id)?.person?.displayName ?? picked[id] ?? t`Personne`;
  const set = (next: ScenarioFields["authors"]) => draft.change({ authors: next });
  const putBack = (before: ScenarioFields["authors"]) => {
    set(before);
    return true;
  };
  return (
    <fieldset className="fr-fieldset writing-fields">
      <legend className="fr-fieldset__legend">{t`Auteurs et contributions`}</legend>
      <ul className="plain authors">
        {authors.map(({ personId, role }, rank) => (
          <li key={`${personId} ${role}`}>
            <Select
              label={t`Contribution de ${nameOf(personId)}`}
              nativeSelectProps={{
                value: role,
                onChange: ({ target }) => set(authors.with(rank, { personId, role: target.value as ContributionRole })),
              }}
            >
              {options("ContributionRole").map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </Select>
            <Button
              type="button"
              size="small"
              priority="tertiary"
              onClick={() => {
                set(authors.filter((_, other) => other !== rank));
                offerUndo({ said: t`Auteur retiré : ${nameOf(personId)}`, undo: () => putBack(authors) });
              }}
            >
              <Trans>
                Retirer<span className="fr-sr-only"> {nameOf(personId)}</span>
              </Trans>
            </Button>
          </li>
        ))}
      </ul>
      <PersonPicker
        name="authors"
        label={t`Ajouter un auteur`}
        hint={t`Quelques lettres du nom ; de toute académie.`}
        value={null}
        onChange={(person) => {
          if (!person) return;
          const { id, displayName } = person;
          setPicked({ ...picked, [id]: displayName });
          const taken = authors.filter(({ personId }) => personId === id).map(({ role }) => role);
          const role = (["DESIGN", "IMPLEMENTATION", "PROOFREADING", "ILLUSTRATION"] as const).find(
            (free) => !taken.includes(free),
          );
          if (role) set([...authors, { personId: id, role }]);
        }}
      />
    </fieldset>
  );
}
