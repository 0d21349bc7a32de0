import { manyByKey, oneByKey } from "@trame/kit/batch";
import type { RequestBase } from "@trame/kit/service";
import type { Db } from "../database.ts";
import type { Team } from "../domain/gaps.ts";
import type { Meeting } from "../domain/meeting.ts";
import { workPlanPeriod } from "../domain/planning.ts";
import type { DeliveryState } from "../domain/superiors.ts";
import type { Prisma } from "../gen/prisma/client.ts";
import { allAcademies, labelOf } from "./academies.ts";
import { readable } from "./access.ts";
import { toAction } from "./actions.ts";
import { toMeeting } from "./meetings.ts";
import { toPoll } from "./polls.ts";
import { toThemeFacts } from "./projections.ts";
import { toSuperiorsNotice } from "./superiors.ts";

const among = (ids: readonly string[]) => ({ in: [...ids] });
const IN_ORDER = [{ startsAt: "asc" as const }, { id: "asc" as const }];

/** Whatever a request asks for many times is read once: one statement per kind, however long the list. */
export function createLoaders({ db, actor }: Pick<RequestBase<Db>, "db" | "actor">) {
  const academies = lazily(() => allAcademies(db));
  const all = async (where: Prisma.MeetingWhereInput): Promise<Meeting[]> =>
    (await db.meeting.findMany({ where, orderBy: IN_ORDER })).map(toMeeting);
  const visible = async (where: Prisma.MeetingWhereInput) => all({ AND: [where, readable(actor, await academies())] });

  const actions = async (where: Prisma.ActionWhereInput) =>
    (await db.action.findMany({ where, orderBy: [{ dueOn: "asc" }, { id: "asc" }] })).map(toAction);

  return {
    academies,
    meeting: oneByKey(
      (ids) => all({ id: among(ids) }),
      ({ id }) => id,
    ),
    /** National meetings and those of the theme's projects, as far as the person may know of them. */
    visibleOfTheme: manyByKey(
      (ids) => visible({ themeId: among(ids) }),
      ({ themeId }) => themeId,
    ),
    visibleOfProject: manyByKey(
      (ids) => visible({ projectId: among(ids) }),
      ({ projectId }) => projectId ?? "",
    ),
    ofPerson: manyByKey(
      async (ids) => {
        const found = await all({ attendeeIds: { hasSome: [...ids] } });
        return ids.flatMap((id) => found.filter(convenes(id)).map((meeting) => ({ id, meeting })));
      },
      ({ id }) => id,
    ),
    /** All of them, for what is counted. */
    nationalOfTheme: manyByKey(
      (ids) => all({ level: "NATIONAL", themeId: among(ids) }),
      ({ themeId }) => themeId,
    ),
    ofProject: manyByKey(
      (ids) => all({ projectId: among(ids) }),
      ({ projectId }) => projectId ?? "",
    ),
    theme: oneByKey(
      async (ids) =>
        (await db.theme.findMany({ where: { id: among(ids) } })).map((row) => {
          const facts = toThemeFacts(row);
          return { ...facts, launched: row.launched, workPlan: workPlanPeriod(facts) };
        }),
      ({ id }) => id,
    ),
    project: oneByKey(
      (ids) => db.project.findMany({ where: { id: among(ids) } }),
      ({ id }) => id,
    ),
    projectsOfTheme: manyByKey(
      (ids) => db.project.findMany({ where: { themeId: among(ids) }, orderBy: { academyCode: "asc" } }),
      ({ themeId }) => themeId,
    ),
    academicOfTheme: manyByKey(
      (ids) => all({ level: "ACADEMIC", themeId: among(ids) }),
      ({ themeId }) => themeId,
    ),
    teamsOfTheme: manyByKey(
      async (ids) => {
        const [rows, known] = await Promise.all([
          db.project.findMany({ where: { themeId: among(ids) }, orderBy: { academyCode: "asc" } }),
          academies(),
        ]);
        return rows.map(({ id, themeId, academyCode, state }) => {
          const team: Team = { id, academyCode, state, academyLabel: labelOf(known, academyCode) };
          return { themeId, team };
        });
      },
      ({ themeId }) => themeId,
    ),
    action: oneByKey(
      (ids) => actions({ id: among(ids) }),
      ({ id }) => id,
    ),
    actionsOfMeeting: manyByKey(
      (ids) => actions({ meetingId: among(ids) }),
      ({ meetingId }) => meetingId,
    ),
    actionsOfProject: manyByKey(
      (ids) => actions({ projectId: among(ids) }),
      ({ projectId }) => projectId ?? "",
    ),
    nationalActionsOfTheme: manyByKey(
      (ids) => actions({ level: "NATIONAL", themeId: among(ids) }),
      ({ themeId }) => themeId,
    ),
    /** The latest last. */
    polls: manyByKey(
      async (ids) =>
        (
          await db.datePoll.findMany({
            where: { meetingId: among(ids) },
            orderBy: [{ openedAt: "asc" }, { id: "asc" }],
          })
        ).map(toPoll),
      ({ meetingId }) => meetingId,
    ),
    superiorsNotices: manyByKey(
      async (ids) =>
        (
          await db.superiorsNotice.findMany({
            where: { meetingId: among(ids) },
            orderBy: [{ sentAt: "asc" }, { id: "asc" }],
          })
        ).map(toSuperiorsNotice),
      ({ meetingId }) => meetingId,
    ),
    /** With the academy of each person, as far as it is known. */
    deliveries: manyByKey(
      async (ids) => {
        const rows = await db.noticeDelivery.findMany({
          where: { noticeId: among(ids) },
          orderBy: { personId: "asc" },
        });
        const known = await db.person.findMany({ where: { id: among(rows.map(({ personId }) => personId)) } });
        return rows.map(({ noticeId, personId, state }) => ({
          noticeId,
          personId,
          state: state as DeliveryState,
          academyCode: known.find(({ id }) => id === personId)?.academyCode ?? "",
        }));
      },
      ({ noticeId }) => noticeId,
    ),
    /** Newest first. */
    reportsOfTheme: manyByKey(
      (ids) =>
        db.progressReport.findMany({ where: { themeId: among(ids) }, orderBy: [{ at: "desc" }, { id: "desc" }] }),
      ({ themeId }) => themeId,
    ),
    report: oneByKey(
      (ids) => db.progressReport.findMany({ where: { id: among(ids) } }),
      ({ id }) => id,
    ),
  };
}

export type Loaders = ReturnType<typeof createLoaders>;

const convenes = (id: string) => (meeting: Meeting) => meeting.attendance.some(({ personId }) => personId === id);

function lazily<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () => {
    loaded ??= load();
    return loaded;
  };
}
