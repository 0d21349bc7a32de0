// A service's relay and consumer in a process of their own, for a test that kills it.
import { startConsumer } from "../src/consumer.ts";
import { type EventLogConfig, openEventLog } from "../src/event-log.ts";
import { silentLogger as logger } from "../src/log.ts";
import { startRelay } from "../src/relay.ts";
import { connect, events, reactionsThat, reactionsTogether } from "./support.ts";

const [databaseUrl = "", config = "", topic = "", service = "", how = ""] = process.argv.slice(2);
const log = await openEventLog({ ...(JSON.parse(config) as EventLogConfig), logger });
const { db } = connect(databaseUrl);
startRelay({ databaseUrl, log, logger });
const reactions = how === "together" ? reactionsTogether() : reactionsThat();
startConsumer({ service, db, log, topics: [topic], events, reactions, logger });
process.stdout.write("ready\n");
