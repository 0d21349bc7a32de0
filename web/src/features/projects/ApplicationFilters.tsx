import { Button } from "@codegouvfr/react-dsfr/Button";
import { Input } from "@codegouvfr/react-dsfr/Input";
import { t } from "@lingui/core/macro";
import { Form } from "react-router";
import type { ApplicationsScreenQuery } from "../../gen/graphql.ts";
import { NativeSelect } from "../../routes/parts/NativeSelect.tsx";
import { addressOf } from "../../ui/filters.ts";
import { options } from "../../ui/labels.ts";
import type { ApplicationListFilters } from "./applicationList.ts";

interface ApplicationFiltersProps {
  data: ApplicationsScreenQuery;
  filters: ApplicationListFilters;
}

export function ApplicationFilters({ data, filters }: ApplicationFiltersProps) {
  const themes = (data.themes?.nodes ?? []).filter(
    ({ campaign }) => !filters.campagne || campaign.id === filters.campagne,
  );
  return (
    <search>
      <Form className="filter-form" key={addressOf("", filters)}>
        <Input
          label={t`Mots cherchés`}
          nativeInputProps={{ id: "q", name: "q", type: "search", defaultValue: filters.q }}
        />
        <NativeSelect
          name="campagne"
          label={t`Campagne`}
          value={filters.campagne}
          options={(data.campaigns?.nodes ?? []).map(({ id, label }) => ({ value: id, label }))}
        />
        <NativeSelect
          name="theme"
          label={t`Thème`}
          all={t`Tous`}
          value={filters.theme}
          options={themes.map(({ id, title, campaign }) => ({ value: id, label: `${title} (${campaign.label})` }))}
        />
        <NativeSelect
          name="academie"
          label={t`Académie`}
          value={filters.academie}
          options={(data.academies ?? []).map(({ code, name }) => ({ value: code, label: name }))}
        />
        <NativeSelect
          name="etat"
          label={t`État`}
          all={t`Tous`}
          value={filters.etat}
          options={options("ApplicationState")}
        />
        <Button type="submit" iconId="fr-icon-filter-line">
          {t`Filtrer`}
        </Button>
      </Form>
    </search>
  );
}
