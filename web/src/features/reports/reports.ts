import { graphql } from "../../gen/gql.ts";
import type { ProblemKind } from "../../gen/graphql.ts";
import { optionalText, text } from "../../ui/formData.ts";
import { labels } from "../../ui/labels.ts";

export const REPORT_PROBLEM = graphql(`
  mutation ReportProblem($input: ReportProblemInput!) {
    reportProblem(input: $input) {
      received {
        id
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

export const ANSWER_PROBLEM = graphql(`
  mutation AnswerProblem($input: AnswerProblemInput!) {
    answerProblem(input: $input) {
      report {
        id
        state
        answer
        answeredAt
        contact
        version
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

/** What the form holds: the hidden path and the trap besides what a person writes. */
export function reportOf(form: FormData) {
  const kind = text(form, "kind");
  return {
    kind: (Object.hasOwn(labels.ProblemKind, kind) ? kind : "OTHER") as ProblemKind,
    text: text(form, "text"),
    path: optionalText(form, "path"),
    contact: optionalText(form, "contact"),
    website: optionalText(form, "website"),
    idempotencyKey: optionalText(form, "idempotencyKey"),
  };
}
