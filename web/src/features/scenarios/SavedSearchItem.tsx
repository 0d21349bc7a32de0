import { Button } from "@codegouvfr/react-dsfr/Button";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link } from "react-router";
import type { SavedSearchesFragment } from "../../gen/graphql.ts";
import { CommandForm } from "../../ui/CommandForm.tsx";
import { useRefusals } from "../../ui/command.ts";
import { SelectField, TextField } from "../../ui/fields.tsx";
import { text } from "../../ui/formData.ts";
import { labelOf } from "../../ui/labels.ts";
import { Named } from "../../ui/Named.tsx";
import { Reveal } from "../../ui/Reveal.tsx";
import { Time } from "../../ui/Time.tsx";
import { alertIn, alertOptions, CHANGE_SAVED_SEARCH } from "./savedSearches.ts";

export type SavedSearch = NonNullable<SavedSearchesFragment["savedSearches"]>[number];

interface ItemProps {
  saved: SavedSearch;
  onDelete: () => void;
  busy: boolean;
}

/** One search: opened by its name, renamed, told about or not, deleted. */
export const SavedSearchItem = ({ saved, onDelete, busy }: ItemProps) => (
  <li className="item">
    <h2 className="item__title">
      <Link to={saved.path}>{saved.name}</Link>
    </h2>
    <p className="item__facts">
      <span>
        <Trans>Alerte : {labelOf("SearchAlert", saved.alert)}</Trans>
      </span>
      <span>
        <Trans>
          enregistrée le <Time at={saved.savedAt} />
        </Trans>
      </span>
    </p>
    <div className="actions">
      <Reveal label={<Named verb={t`Modifier`} name={saved.name} />} priority="tertiary">
        {(close) => <ChangeForm saved={saved} onDone={close} />}
      </Reveal>
      <Button type="button" priority="tertiary no outline" disabled={busy} onClick={onDelete}>
        <Named verb={t`Supprimer`} name={saved.name} />
      </Button>
    </div>
  </li>
);

function ChangeForm({ saved, onDone }: { saved: SavedSearch; onDone: () => void }) {
  const command = useRefusals(CHANGE_SAVED_SEARCH, (data) => data.changeSavedSearch, onDone);
  return (
    <CommandForm
      command={command}
      scope={saved.id}
      submit={t`Enregistrer`}
      variables={(form) => ({
        input: { savedSearchId: saved.id, name: text(form, "name"), alert: alertIn(form) },
      })}
    >
      <TextField name="name" label={t`Nom de la recherche`} defaultValue={saved.name} />
      <SelectField
        name="alert"
        label={t`Être averti·e des nouveaux scénarios`}
        hint={t`Après une pause, l’alerte reprend avec ce qui est publié à partir de maintenant.`}
        options={alertOptions()}
        defaultValue={saved.alert}
      />
    </CommandForm>
  );
}
