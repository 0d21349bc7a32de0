import type { MeetingDeskFragment } from "../../gen/graphql.ts";
import { can, familyOf, type Held } from "../people/rights.ts";

type Viewer = (Held & { person: { id: string } }) | null | undefined;
type Place = Pick<MeetingDeskFragment, "level" | "academy" | "theme" | "project" | "attendance">;

/** Which acts the viewer is shown at a meeting. To lead is to convene, to hold and to write the minutes. */
export function meetingRights(viewer: Viewer, meeting: Place) {
  const here = { academyCodes: familyOf(meeting.academy), themeId: meeting.theme?.id };
  const national = meeting.level === "NATIONAL";
  const mine = meeting.attendance?.find(({ person }) => person && person.id === viewer?.person.id);
  const attended = mine?.status === "PRESENT" || mine?.status === "PRESENT_REMOTELY";
  const leads = can(viewer, national ? "leadNational" : "leadAcademic", here);
  return {
    mine,
    viewerId: viewer?.person.id,
    /** Who may plan a meeting corrects and cancels it. */
    plan: national ? can(viewer, "planNational", here) : leads,
    lead: leads,
    /** Those who attended amend the minutes. */
    write: leads || attended,
    approve: national ? leads : can(viewer, "approveAcademic", here) || withoutPilot(viewer, meeting, here),
    publish: national && leads,
  };
}

/** In a group without a pilot the academy's DAN approves (R31). */
const withoutPilot = (viewer: Viewer, { project }: Place, here: { academyCodes: string[] }) =>
  project?.group != null && !project.group.pilot && can(viewer, "approveUnpiloted", here);

export type MeetingRights = ReturnType<typeof meetingRights>;
