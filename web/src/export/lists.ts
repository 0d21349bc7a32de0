import { diffusionList } from "../features/communications/diffusionList.tsx";
import { publicationList } from "../features/communications/publicationList.tsx";
import { readerList } from "../features/communications/readerList.tsx";
import { meetingList } from "../features/meetings/meetingList.tsx";
import { directoryList } from "../features/people/directoryList.tsx";
import { applicationList } from "../features/projects/applicationList.tsx";
import { instalmentList, payLineList } from "../features/projects/instalmentList.tsx";
import { themeList } from "../features/projects/themeList.tsx";
import { myScenarioList } from "../features/scenarios/myScenarioList.tsx";
import { scenarioList } from "../features/scenarios/scenarioList.tsx";
import type { ExportedList } from "./rows.ts";

/** Every list that can be exported, by its name: `/export/candidatures.csv`. */
export const lists: readonly ExportedList[] = [
  applicationList,
  diffusionList,
  directoryList,
  instalmentList,
  meetingList,
  myScenarioList,
  payLineList,
  publicationList,
  readerList,
  scenarioList,
  themeList,
];
