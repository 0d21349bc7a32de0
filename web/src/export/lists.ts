import { publicationList } from "../features/communications/publicationList.tsx";
import { meetingList } from "../features/meetings/meetingList.tsx";
import { directoryList } from "../features/people/directoryList.tsx";
import { applicationList } from "../features/projects/applicationList.tsx";
import { themeList } from "../features/projects/themeList.tsx";
import { myScenarioList } from "../features/scenarios/myScenarioList.tsx";
import { scenarioList } from "../features/scenarios/scenarioList.tsx";
import type { ExportedList } from "./rows.ts";

/** Every list that can be exported, by its name: `/export/candidatures.csv`. */
export const lists: readonly ExportedList[] = [
  applicationList,
  directoryList,
  meetingList,
  myScenarioList,
  publicationList,
  scenarioList,
  themeList,
];
