import { TZDate } from "@date-fns/tz";
import ical, {
  ICalAlarmType,
  type ICalCalendar,
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
} from "ical-generator";
import { tzlib_get_ical_block } from "timezones-ical-library";
import type { Entry } from "./domain/calendar.ts";

/** How often a calendar program asks again, in seconds; some keep their own pace. */
const REFRESH = 3600;

/** The calendar as RFC 5545 writes it. */
export function toICalendar(calendar: { name: string; entries: readonly Entry[] }, origin: string, at: Date): string {
  const written = ical({
    name: calendar.name,
    prodId: { company: "Trame", product: "meetings", language: "FR" },
    method: ICalCalendarMethod.PUBLISH,
    ttl: REFRESH,
    // Each event names its zone: the calendar has none of its own.
    timezone: { name: null, generator: zoneBlock },
  });
  for (const entry of calendar.entries) addEntry(written, entry, origin, at);
  return written.toString();
}

function addEntry(calendar: ICalCalendar, entry: Entry, origin: string, at: Date): void {
  const event = calendar.createEvent({
    id: entry.uid,
    sequence: entry.sequence,
    stamp: at,
    status: ICalEventStatus[entry.status],
    summary: entry.summary,
    description: entry.description,
    url: `${origin}${entry.path}`,
    transparency: entry.busy ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
    ...(entry.kind === "MEETING"
      ? {
          // The library writes the fields of a date as they stand: these stand in the zone of the place.
          start: new TZDate(entry.startsAt, entry.timeZone),
          end: new TZDate(entry.endsAt, entry.timeZone),
          timezone: entry.timeZone,
          location: entry.location,
        }
      : { start: new Date(entry.day), end: new Date(entry.nextDay), allDay: true }),
  });
  if (entry.kind === "DEADLINE") return;
  for (const minutes of entry.alarms) {
    event.createAlarm({ type: ICalAlarmType.display, triggerBefore: minutes * 60, description: entry.summary });
  }
}

/** The library answers for some zones with the one that they follow: the block must bear the name that events use. */
function zoneBlock(zone: string): string | null {
  const [block] = tzlib_get_ical_block(zone);
  return block?.replace(/^(TZID|X-LIC-LOCATION):.*$/gm, (_, field) => `${field}:${zone}`.trimEnd()) ?? null;
}
