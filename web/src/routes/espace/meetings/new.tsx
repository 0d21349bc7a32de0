import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useState } from "react";
import { useNavigate } from "react-router";
import { definePage } from "../../../apollo/page.ts";
import { agendaFrom } from "../../../features/meetings/agenda.ts";
import { framesOf } from "../../../features/meetings/frames.ts";
import { AgendaFields, MeetingFields, meetingFrom, useAgenda } from "../../../features/meetings/MeetingFields.tsx";
import { graphql } from "../../../gen/gql.ts";
import type { MeetingMode } from "../../../gen/graphql.ts";
import { CommandForm } from "../../../ui/CommandForm.tsx";
import { useRefusals } from "../../../ui/command.ts";
import { Empty } from "../../../ui/Empty.tsx";
import { CheckboxField, RadioField, SelectField } from "../../../ui/fields.tsx";
import { checked, text } from "../../../ui/formData.ts";
import { options } from "../../../ui/labels.ts";
import { useOnce } from "../../../ui/send.ts";
import { Screen } from "../parts/Screen.tsx";

const page = definePage({
  query: graphql(`
    query NewMeeting {
      currentCampaign {
        id
        themes(first: 50) {
          nodes {
            id
            title
          }
        }
      }
      viewer {
        ...ViewerRights
        academicGroups {
          id
          academy {
            code
            name
            timeZone
            successor {
              code
            }
            predecessors {
              code
            }
          }
          project {
            id
            title
            theme {
              id
              title
            }
          }
        }
      }
    }
  `),
  head: () => ({ title: t`Prévoir une réunion`, noindex: true }),
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

const PLAN_MEETING = graphql(`
  mutation PlanMeeting($input: PlanMeetingInput!) {
    planMeeting(input: $input) {
      meeting {
        id
        title
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

export default function NewMeeting() {
  const { data, place } = page.useData();
  const frames = framesOf(data);
  const wanted = place.search.get("projet") ?? place.search.get("theme");
  return (
    <Screen title={t`Prévoir une réunion`} path={[[t`Réunions`, "/espace/reunions"]]}>
      {frames.length === 0 ? (
        <Empty>
          <Trans>
            Les réunions nationales sont prévues par le département DNE A2, les académiques par le ou la référent·e du
            groupe.
          </Trans>
        </Empty>
      ) : (
        <PlanForm frames={frames} wanted={wanted ?? undefined} />
      )}
    </Screen>
  );
}

function PlanForm({ frames, wanted }: { frames: ReturnType<typeof framesOf>; wanted?: string }) {
  const navigate = useNavigate();
  const once = useOnce();
  const agenda = useAgenda();
  const known = frames.find(({ id, themeId }) => id === wanted || themeId === wanted);
  const [id, setId] = useState(known?.id ?? (frames.length === 1 ? (frames[0]?.id ?? "") : ""));
  const frame = frames.find((one) => one.id === id);
  const timeZone = frame?.timeZone ?? "Europe/Paris";
  const command = useRefusals(
    PLAN_MEETING,
    (data) => data.planMeeting,
    ({ planMeeting: { meeting } }) => {
      if (meeting) void navigate(`/espace/reunions/${meeting.id}`);
    },
  );
  return (
    <CommandForm
      command={command}
      submit={t`Prévoir la réunion`}
      done={t`La réunion est prévue.`}
      variables={(form) => ({
        input: once({
          level: frame?.level ?? "ACADEMIC",
          mode: (text(form, "mode") || "IN_PERSON") as MeetingMode,
          themeId: frame?.themeId ?? "",
          projectId: frame?.projectId,
          ...meetingFrom(form, timeZone),
          atMinistry: checked(form, "atMinistry"),
          agenda: agendaFrom(form, agenda.lines),
        }),
      })}
    >
      <SelectField
        name="projectId"
        label={t`Groupe`}
        hint={t`Le groupe national d’un thème, ou le groupe académique d’un projet.`}
        options={frames.map(({ id: value, label }) => ({ value, label }))}
        value={id}
        onChange={setId}
      />
      <RadioField name="mode" label={t`Modalité`} options={options("MeetingMode")} defaultValue="IN_PERSON" />
      {frame?.level === "NATIONAL" && (
        <CheckboxField name="atMinistry" label={t`Au ministère`} hint={t`Pour la réunion en présentiel de l’année.`} />
      )}
      <MeetingFields timeZone={timeZone} />
      <AgendaFields agenda={agenda} />
    </CommandForm>
  );
}
