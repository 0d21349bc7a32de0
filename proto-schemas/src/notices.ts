import { create, type DescMessage, type MessageShape, toBinary } from "@bufbuild/protobuf";
import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import { NoticeIssuedSchema, NoticeSettledSchema } from "./gen/notices/v1/notice_pb.ts";

/** What to tell whom. `id` is derived from what is told (the kit's stableId): telling it twice tells it once. */
export interface NoticeWords {
  id: string;
  /** A code of communications' catalogue (src/domain/notice-kinds.ts). */
  kind: string;
  personIds?: readonly string[];
  /** Everybody who holds the role in the scope when the notice arrives. */
  audiences?: readonly { role?: string; themeId?: string; academyCode?: string }[];
  /** Not told, although in an audience: whoever did it. */
  exceptPersonIds?: readonly string[];
  title: string;
  text?: string;
  /** Path of the page of the portal where it is done or read. */
  path: string;
  dueAt?: Date | null;
  about: string;
}

/** An event for the outbox of the service whose topic it is. */
export const notice = (topic: string, at: Date, { dueAt, ...words }: NoticeWords) =>
  event(topic, at, words.id, 1, NoticeIssuedSchema, {
    notice: {
      ...words,
      personIds: [...(words.personIds ?? [])],
      audiences: [...(words.audiences ?? [])],
      exceptPersonIds: [...(words.exceptPersonIds ?? [])],
      dueAt: dueAt ? timestampFromDate(dueAt) : undefined,
      issuedAt: timestampFromDate(at),
    },
  });

/** What the notice asked for is done, by these persons or, without them, for everybody: they are not reminded of it. */
export const settled = (topic: string, at: Date, noticeId: string, personIds: readonly string[] = []) =>
  event(topic, at, noticeId, 2, NoticeSettledSchema, { noticeId, personIds: [...personIds] });

function event<D extends DescMessage>(
  topic: string,
  at: Date,
  key: string,
  version: number,
  schema: D,
  words: Parameters<typeof create<D>>[1],
) {
  const message: MessageShape<D> = create(schema, words);
  return { type: schema.typeName, topic, key, version, value: toBinary(schema, message), at };
}
