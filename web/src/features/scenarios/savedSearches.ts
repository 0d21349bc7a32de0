import { t } from "@lingui/core/macro";
import { graphql } from "../../gen/gql.ts";
import type { SaveSearchInput, SearchAlert } from "../../gen/graphql.ts";
import type { Pill } from "../../ui/FilterPills.tsx";
import { oneOf } from "../../ui/filters.ts";
import { labels, options } from "../../ui/labels.ts";
import { scenarioList } from "./scenarioList.tsx";

export const SAVED_SEARCHES = graphql(`
  fragment SavedSearches on Viewer {
    id
    savedSearches {
      id
      name
      path
      alert
      savedAt
    }
  }
`);

export const SAVE_SEARCH = graphql(`
  mutation SaveSearch($input: SaveSearchInput!) {
    saveSearch(input: $input) {
      viewer {
        ...SavedSearches
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

export const CHANGE_SAVED_SEARCH = graphql(`
  mutation ChangeSavedSearch($input: ChangeSavedSearchInput!) {
    changeSavedSearch(input: $input) {
      viewer {
        ...SavedSearches
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

export const DELETE_SAVED_SEARCH = graphql(`
  mutation DeleteSavedSearch($input: DeleteSavedSearchInput!) {
    deleteSavedSearch(input: $input) {
      viewer {
        ...SavedSearches
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

/** The words and filters of an address, as a command names them. */
export function searchedAt(search: URLSearchParams): Pick<SaveSearchInput, "search" | "criteria"> {
  const { filter, search: words } = scenarioList.variablesAt(search);
  return { search: words, criteria: filter };
}

export const searchedIn = (path: string) => searchedAt(new URL(path, "http://portal.invalid").searchParams);

const LONGEST_NAME = 120;

/** A name to begin with: what restricts the list, in its words. */
export function proposedName(pills: readonly Pill[]): string {
  const name = pills.map(({ label }) => label).join(", ");
  if (!name) return t`Tous les scénarios`;
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
}

export const alertOptions = () => options("SearchAlert");

export const alertIn = (form: FormData): SearchAlert | undefined =>
  oneOf(labels.SearchAlert, String(form.get("alert") ?? ""));
