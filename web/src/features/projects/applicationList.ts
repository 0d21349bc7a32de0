import { t } from "@lingui/core/macro";
import type { ApplicationState, ApplicationsScreenQuery } from "../../gen/graphql.ts";
import type { Pill } from "../../ui/FilterPills.tsx";
import { addressOf, type Filters, oneOf, without } from "../../ui/filters.ts";
import { labelOf, labels } from "../../ui/labels.ts";

export const listNames = ["q", "campagne", "theme", "academie", "etat"] as const;
export type ApplicationListFilters = Filters<(typeof listNames)[number]>;

const retained: ApplicationState[] = ["RETAINED", "RETAINED_CONDITIONALLY"];

/** « Retenue » is said of both kinds of retained applications. */
const statesOf = (state: ApplicationState | undefined): ApplicationState[] | undefined =>
  state && (state === "RETAINED" ? retained : [state]);

/** The list's filter, and the same for each state that is counted beside it. */
export function variablesOf(filters: ApplicationListFilters) {
  const place = { campaignId: filters.campagne, themeId: filters.theme, academyCode: filters.academie };
  const inState = (states: ApplicationState[] | undefined) => ({ ...place, states });
  return {
    filter: inState(statesOf(oneOf(labels.ApplicationState, filters.etat))),
    drafts: inState(["DRAFT"]),
    submitted: inState(["SUBMITTED"]),
    retained: inState(retained),
    search: filters.q,
  };
}

export function pillsOf(data: ApplicationsScreenQuery, filters: ApplicationListFilters): Pill[] {
  const campaign = data.campaigns?.nodes.find(({ id }) => id === filters.campagne)?.label;
  const theme = data.themes?.nodes.find(({ id }) => id === filters.theme)?.title;
  const academy = data.academies?.find(({ code }) => code === filters.academie)?.name;
  const shown: [keyof ApplicationListFilters, string, string | undefined][] = [
    ["q", t`Mots`, filters.q],
    ["campagne", t`Campagne`, filters.campagne && (campaign ?? t`inconnue`)],
    ["theme", t`Thème`, filters.theme && (theme ?? t`inconnu`)],
    ["academie", t`Académie`, filters.academie && (academy ?? filters.academie)],
    ["etat", t`État`, filters.etat && labelOf("ApplicationState", filters.etat)],
  ];
  return shown.flatMap(([key, name, label]) =>
    label ? [{ name, label, without: addressOf("/espace/candidatures", without(filters, key)) }] : [],
  );
}
