import { plural, t } from "@lingui/core/macro";
import { type KeyboardEvent, useId, useState } from "react";
import { useFieldError, useFieldId } from "../../ui/command.ts";
import { type FoundPerson, usePersonSearch } from "./usePersonSearch.ts";

export interface PersonRef {
  id: string;
  displayName: string;
}

interface PersonPickerProps {
  /** The path in the mutation's `input`; the hidden field of that name holds the person's id. */
  name: string;
  label: string;
  hint?: string;
  optional?: boolean;
  /** Only persons of this academy, and of those it came from or went into. */
  academyCode?: string;
  value: PersonRef | null;
  onChange: (person: FoundPerson | null) => void;
}

/** A combobox over the directory: typed text searches, arrows choose, Enter takes, Escape closes. */
export function PersonPicker({ name, label, hint, optional, academyCode, value, onChange }: PersonPickerProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [active, setActive] = useState(-1);
  const { persons, state, search } = usePersonSearch(academyCode);
  const error = useFieldError(name);
  const inputId = useFieldId(name);
  const listId = useId();
  const open = typed !== null && typed.trim().length >= 2 && state === "found" && persons.length > 0;

  const type = (text: string) => {
    setTyped(text);
    setActive(-1);
    search(text);
    if (text === "" && value) onChange(null);
  };
  const take = (person: FoundPerson | undefined) => {
    if (!person) return;
    onChange(person);
    setTyped(null);
    setActive(-1);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") setTyped(null);
    if (!open) return;
    if (step) setActive((active + step + persons.length) % persons.length);
    if (event.key === "Enter") take(persons[active]);
    if (step || event.key === "Enter") event.preventDefault();
  };

  return (
    <div className="person-picker">
      <div className={`fr-input-group${error ? " fr-input-group--error" : ""} fr-mb-0`}>
        <label className="fr-label" htmlFor={inputId}>
          {optional ? `${label} (facultatif)` : label}
          <span className="fr-hint-text">
            {hint ?? t`Tapez au moins deux lettres du nom, puis choisissez dans la liste.`}
          </span>
        </label>
        <input
          className={`fr-input${error ? " fr-input--error" : ""}`}
          id={inputId}
          type="text"
          role="combobox"
          autoComplete="off"
          aria-expanded={open}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={open && active >= 0 ? `${listId}-${active}` : undefined}
          aria-invalid={Boolean(error)}
          aria-describedby={`${listId}-status`}
          value={typed ?? value?.displayName ?? ""}
          onChange={(event) => type(event.target.value)}
          onKeyDown={onKeyDown}
          onBlur={() => setTyped(null)}
        />
        {error && <p className="fr-error-text">{error}</p>}
      </div>
      <input type="hidden" name={name} value={value?.id ?? ""} />
      <div
        id={listId}
        role="listbox"
        tabIndex={-1}
        aria-label={t`Personnes trouvées pour « ${label} »`}
        className="person-picker__list"
        hidden={!open}
      >
        {persons.map((person, rank) => (
          <div
            key={person.id}
            id={`${listId}-${rank}`}
            role="option"
            tabIndex={-1}
            aria-selected={rank === active}
            // Before the field loses the focus, which closes the list.
            onMouseDown={(event) => {
              event.preventDefault();
              take(person);
            }}
          >
            {person.displayName}
            <span className="fr-hint-text">{describe(person)}</span>
          </div>
        ))}
      </div>
      <p id={`${listId}-status`} role="status" className="fr-hint-text fr-mt-1v">
        {sentence(typed, state, persons.length, value)}
      </p>
    </div>
  );
}

export const describe = ({ position, establishment, academy }: FoundPerson): string =>
  [position, establishment, academy?.name].filter(Boolean).join(", ");

function sentence(typed: string | null, state: string, found: number, value: PersonRef | null): string {
  if (typed === null) return value ? t`Choix : ${value.displayName}` : "";
  if (typed.trim().length < 2) return "";
  if (state === "searching") return t`Recherche…`;
  if (state === "failed") return t`L’annuaire ne répond pas : réessayez dans un instant.`;
  return found === 0
    ? t`Personne de ce nom dans l’annuaire.`
    : t`${plural(found, { one: "# personne trouvée", other: "# personnes trouvées" })}, à parcourir avec les flèches.`;
}
