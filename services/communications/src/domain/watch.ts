import { refuseAll } from "@trame/kit/refusal";
import { present, webAddress } from "./texts.ts";

/** What a member of the national group found and shares with it (R55, R56). */
export interface WatchItem {
  id: string;
  themeId: string;
  title: string;
  url: string;
  comment: string;
  sharedById: string;
  sharedAt: Date;
}

export function shareWatchItem(item: WatchItem): WatchItem {
  refuseAll([...present(item.title, "title", "Le titre"), ...webAddress(item.url, "url")]);
  return item;
}
