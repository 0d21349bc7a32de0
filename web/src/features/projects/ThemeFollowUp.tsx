import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { graphql } from "../../gen/gql.ts";
import type { ThemeBoardFragment, ThemeFollowUpFragment } from "../../gen/graphql.ts";
import { inFrench } from "../../language.ts";
import { useRefusals } from "../../ui/command.ts";
import { RadioField, SelectField, TextAreaField, TextField } from "../../ui/fields.tsx";
import { instantIn, lines, localIn, text } from "../../ui/formData.ts";
import { capital } from "../../ui/plural.ts";
import { RevealedCommand } from "../../ui/RevealedCommand.tsx";
import { Section } from "../../ui/Section.tsx";
import { Time } from "../../ui/Time.tsx";
import { useRefresh } from "../../ui/useRefresh.ts";
import { can, type Held } from "../people/rights.ts";
import { SecondYear } from "./SecondYear.tsx";

export const THEME_FOLLOW_UP = graphql(`
  fragment ThemeFollowUp on Theme {
    id
    deadlineAt
    leadProposal {
      reason
      at
      academy {
        code
        label
      }
      by {
        id
        displayName
      }
    }
    renewal {
      granted
      reason
      at
    }
    secondYearGaps {
      code
      message
      field
      requirement
    }
    continues {
      id
      title
    }
  }
`);

const REVISE_THEME = graphql(`
  mutation ReviseTheme($input: ReviseThemeInput!) {
    reviseTheme(input: $input) {
      theme {
        ...ThemeBoard
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

const SET_THEME_DEADLINE = graphql(`
  mutation SetThemeDeadline($input: SetThemeDeadlineInput!) {
    setThemeDeadline(input: $input) {
      theme {
        ...ThemeFollowUp
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

const PROPOSE_LEAD_ACADEMY = graphql(`
  mutation ProposeLeadAcademy($input: ProposeLeadAcademyInput!) {
    proposeLeadAcademy(input: $input) {
      theme {
        ...ThemeFollowUp
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

const RENEW_THEME = graphql(`
  mutation RenewTheme($input: RenewThemeInput!) {
    renewTheme(input: $input) {
      theme {
        ...ThemeFollowUp
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

interface Props {
  theme: ThemeBoardFragment & ThemeFollowUpFragment;
  viewer: Held | null;
}

/** The text while nobody has agreed to it, its own deadline, and its second year. */
export function Steering({ theme, viewer }: Props) {
  const { state, durationYears, renewal, deadlineAt, secondYearGaps } = theme;
  const open = ["DRAFT", "AGREED", "OPEN"].includes(state);
  const revises = state === "DRAFT" && can(viewer, "reviseTheme", { themeId: theme.id });
  const dates = open && can(viewer, "setThemeDeadline");
  const renews = state === "YEAR_1" && durationYears === 2 && !renewal && can(viewer, "renewTheme");
  const said = renewal || deadlineAt || secondYearGaps.length > 0;
  if (!revises && !dates && !renews && !said) return null;
  return (
    <Section title={t`Conduite du thème`}>
      {deadlineAt && (
        <p>
          <Trans>
            Échéance propre au thème : <Time at={deadlineAt} as="deadline" />.
          </Trans>
        </p>
      )}
      {renewal && (
        <p>
          {renewal.granted ? t`Reconduit pour une seconde année :` : t`Arrêté au terme de la première année :`}{" "}
          <span lang={inFrench}>{renewal.reason}</span>
        </p>
      )}
      <SecondYear gaps={secondYearGaps} />
      <div className="actions">
        {revises && <Revise theme={theme} />}
        {dates && <DeadlineForm theme={theme} />}
        {renews && <Renew theme={theme} />}
      </div>
    </Section>
  );
}

function Revise({ theme }: { theme: Props["theme"] }) {
  const refresh = useRefresh();
  const command = useRefusals(REVISE_THEME, (data) => data.reviseTheme, refresh);
  const variables = (form: FormData) => ({
    input: {
      themeId: theme.id,
      expectedVersion: theme.version,
      title: text(form, "title"),
      questions: lines(form, "questions"),
      axes: lines(form, "axes"),
    },
  });
  return (
    <RevealedCommand
      label={t`Modifier le thème`}
      command={command}
      variables={variables}
      submit={t`Enregistrer`}
      scope="theme"
    >
      <TextField name="title" label={t`Titre`} defaultValue={theme.title} />
      <TextAreaField
        name="questions"
        label={t`Problématiques`}
        hint={t`Une par ligne.`}
        defaultValue={theme.questions.join("\n")}
      />
      <TextAreaField
        name="axes"
        label={t`Axes de travail`}
        hint={t`Un par ligne.`}
        defaultValue={theme.axes.join("\n")}
        optional
      />
    </RevealedCommand>
  );
}

function DeadlineForm({ theme }: { theme: Props["theme"] }) {
  const refresh = useRefresh();
  const command = useRefusals(SET_THEME_DEADLINE, (data) => data.setThemeDeadline, refresh);
  const variables = (form: FormData) => ({
    input: { themeId: theme.id, expectedVersion: theme.version, deadlineAt: instantIn(text(form, "deadlineAt")) },
  });
  return (
    <RevealedCommand
      label={t`Fixer une échéance propre`}
      command={command}
      variables={variables}
      submit={t`Enregistrer l’échéance`}
      scope="echeance"
    >
      <TextField
        name="deadlineAt"
        label={t`Dernier instant`}
        hint={t`Heure de Paris, dans la fenêtre de l’appel. Vide : la clôture de l’appel.`}
        type="datetime-local"
        defaultValue={theme.deadlineAt ? localIn(theme.deadlineAt) : undefined}
        optional
      />
    </RevealedCommand>
  );
}

function Renew({ theme }: { theme: Props["theme"] }) {
  const refresh = useRefresh();
  const command = useRefusals(RENEW_THEME, (data) => data.renewTheme, refresh);
  const variables = (form: FormData) => ({
    input: {
      themeId: theme.id,
      expectedVersion: theme.version,
      granted: text(form, "granted") === "yes",
      reason: text(form, "reason"),
    },
  });
  return (
    <RevealedCommand
      label={t`Décider de la seconde année`}
      command={command}
      variables={variables}
      submit={t`Enregistrer la décision`}
      scope="reconduction"
    >
      <RadioField
        name="granted"
        label={t`Seconde année`}
        options={[
          { value: "yes", label: t`Reconduire` },
          { value: "no", label: t`Arrêter au terme de la première année` },
        ]}
        defaultValue="yes"
      />
      <TextAreaField name="reason" label={t`Raison`} rows={3} />
    </RevealedCommand>
  );
}

interface LeadProps extends Props {
  academies: readonly { code: string; label: string }[];
}

/** What an expert proposed, or may propose, before the office names (R48, R49). */
export function LeadProposal({ theme, viewer, academies }: LeadProps) {
  const refresh = useRefresh();
  const command = useRefusals(PROPOSE_LEAD_ACADEMY, (data) => data.proposeLeadAcademy, refresh);
  const { leadProposal } = theme;
  const variables = (form: FormData) => ({
    input: { themeId: theme.id, academyCode: text(form, "academyCode"), reason: text(form, "reason") },
  });
  return (
    <>
      {leadProposal?.academy && theme.leadAcademy?.code !== leadProposal.academy.code && (
        <p>
          <Trans>
            Proposée par l’expertise : {capital(leadProposal.academy.label)}, le <Time at={leadProposal.at} />.
          </Trans>{" "}
          <span lang={inFrench}>{leadProposal.reason}</span>
        </p>
      )}
      {academies.length > 0 && can(viewer, "proposeLeadAcademy", { themeId: theme.id }) && (
        <RevealedCommand
          label={t`Proposer une académie chef de file`}
          command={command}
          variables={variables}
          submit={t`Proposer`}
          scope="proposition"
        >
          <SelectField
            name="academyCode"
            label={t`Académie`}
            options={academies.map(({ code, label }) => ({ value: code, label }))}
          />
          <TextAreaField name="reason" label={t`Expertise développée sur le sujet`} rows={4} />
        </RevealedCommand>
      )}
    </>
  );
}
