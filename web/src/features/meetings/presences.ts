import type { AttendanceAnswer, AttendanceStatus, MeetingMode } from "../../gen/graphql.ts";

/** The presence to propose from an answer. Who did not answer is absent until somebody says otherwise. */
export function expected(answer: AttendanceAnswer, mode: MeetingMode): AttendanceStatus {
  switch (answer) {
    case "WILL_ATTEND":
      return mode === "REMOTE" ? "PRESENT_REMOTELY" : "PRESENT";
    case "WILL_ATTEND_REMOTELY":
      return "PRESENT_REMOTELY";
    case "EXCUSED":
    case "REPLACED":
      return "EXCUSED";
    case "PENDING":
      return "ABSENT";
  }
}
