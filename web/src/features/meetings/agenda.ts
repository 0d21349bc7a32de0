import type { AgendaItemInput } from "../../gen/graphql.ts";
import { numberOf, optionalText, text } from "../../ui/formData.ts";

/** The lines of the agenda in their order; one without a title is left out. */
export function agendaFrom(form: FormData, lines: readonly number[]): AgendaItemInput[] {
  return lines
    .map((line) => ({
      title: text(form, `agenda.${line}.title`),
      minutes: numberOf(form, `agenda.${line}.minutes`),
      speaker: optionalText(form, `agenda.${line}.speaker`),
    }))
    .filter(({ title }) => title !== "");
}
