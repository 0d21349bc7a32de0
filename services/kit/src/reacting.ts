import { create, type DescMessage, fromBinary, type Message } from "@bufbuild/protobuf";
import { systemActor } from "./actor.ts";
import type { EventRegistry, Heard, InboxOptions, Reaction } from "./consumer.ts";
import { type Attributes, fromHeaders, type LogMessage } from "./envelope.ts";
import type { Sql } from "./sql.ts";

/** A message that somebody reacts to. */
export interface Known<Tx extends Sql> {
  message: LogMessage;
  attributes: Attributes;
  reaction: KnownReaction<Tx>;
}

interface KnownReaction<Tx extends Sql> {
  type: DescMessage;
  /** The same for events that may be handed over together. */
  together?: object;
  react(tx: Tx, heard: readonly Heard<Message>[]): Promise<void>;
}

/** Undefined for what is no event of ours, or ignored. */
export type Look<Tx extends Sql> = (message: LogMessage) => Known<Tx> | undefined;

/** The reactions by the full name of their event. */
export function reactionsByType<R extends EventRegistry, Tx extends Sql>({
  events,
  reactions,
}: Pick<InboxOptions<R, Tx>, "events" | "reactions">): Look<Tx> {
  const known = new Map<string, KnownReaction<Tx>>();
  for (const [name, type] of Object.entries(events)) {
    const reaction = reactions[name];
    if (typeof reaction === "function") known.set(type.typeName, { type, react: oneAfterTheOther<Tx>(reaction) });
    else if (reaction && "together" in reaction) {
      known.set(type.typeName, { type, together: reaction, react: reaction.together });
    }
  }
  return (message) => {
    const attributes = fromHeaders(message.headers);
    const reaction = attributes && known.get(attributes.type);
    return reaction && { message, attributes, reaction };
  };
}

const oneAfterTheOther =
  <Tx extends Sql>(reaction: Reaction<Tx, DescMessage>): KnownReaction<Tx>["react"] =>
  async (tx, heard) => {
    for (const { event, context } of heard) await reaction(tx, event, context);
  };

/** The first messages that may be handed over together, and how many messages that is with the ignored ones among them. */
export function stretchOf<Tx extends Sql>(messages: readonly LogMessage[], look: Look<Tx>) {
  const stretch: Known<Tx>[] = [];
  let length = 0;
  for (const message of messages) {
    const known = look(message);
    const [first] = stretch;
    if (known && first && (!known.reaction.together || known.reaction.together !== first.reaction.together)) break;
    if (known) stretch.push(known);
    length++;
  }
  return { stretch, length };
}

/** Reads messages and has their effect. A message that cannot be read fails like a reaction. */
export async function reactTo<Tx extends Sql>(
  tx: Tx,
  known: readonly Known<Tx>[],
  { service, clock, logger }: Pick<InboxOptions<EventRegistry, Tx>, "service" | "clock" | "logger">,
): Promise<void> {
  const [first] = known;
  if (!first) return;
  const heard = known.map(({ message: { topic, key, value }, attributes, reaction: { type } }): Heard<Message> => {
    const { id, at, type: name } = attributes;
    const tombstone = value === null;
    const message = tombstone ? create(type) : fromBinary(type, value);
    const context = { at, now: clock?.now() ?? at, actor: systemActor(service) };
    return {
      event: { ...attributes, topic, key, tombstone, message },
      context: { ...context, logger: logger.child({ event: id, type: name }) },
    };
  });
  await first.reaction.react(tx, heard);
}
