import { t } from "@lingui/core/macro";
import { useNavigate } from "react-router";
import { CommandForm } from "../../ui/CommandForm.tsx";
import { useRefusals } from "../../ui/command.ts";
import { RadioField, TextField } from "../../ui/fields.tsx";
import { text } from "../../ui/formData.ts";
import { useOnce } from "../../ui/send.ts";
import { alertIn, alertOptions, SAVE_SEARCH, searchedAt } from "./savedSearches.ts";

/** Keeps the search of this address under a name. */
export function SaveSearch({ search, name }: { search: URLSearchParams; name: string }) {
  const go = useNavigate();
  const command = useRefusals(
    SAVE_SEARCH,
    (data) => data.saveSearch,
    () => void go("/espace/recherches"),
  );
  const once = useOnce();
  return (
    <CommandForm
      command={command}
      submit={t`Enregistrer la recherche`}
      variables={(form) => ({
        input: once({ name: text(form, "name"), ...searchedAt(search), alert: alertIn(form) }),
      })}
    >
      <TextField name="name" label={t`Nom de la recherche`} defaultValue={name} />
      <RadioField
        name="alert"
        label={t`Être averti·e des nouveaux scénarios`}
        hint={t`Dans le portail, et par courriel selon vos choix. Sans nouveauté, vous ne recevez rien.`}
        options={alertOptions()}
        defaultValue="DAILY"
      />
    </CommandForm>
  );
}
