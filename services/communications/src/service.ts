import type { Service } from "@trame/kit/service";
import type { BounceSetting } from "./bounces.ts";
import { type Context, contextWith } from "./context.ts";
import { type Db, openDatabase, type Tx } from "./database.ts";
import { dueWith, schedulePurge } from "./due.ts";
import { startSender } from "./mail/sender.ts";
import type { Accounts } from "./mastodon/accounts.ts";
import { startPoster } from "./mastodon/poster.ts";
import { events, follows, reactions } from "./reactions.ts";
import { resolvers } from "./resolvers/index.ts";
import { routesWith } from "./routes.ts";
import { scheduleGatherings } from "./store/gathered.ts";
import { ensureSeries } from "./store/newsletters.ts";
import { startWebhooks } from "./webhooks/sender.ts";

/** How mail leaves; without it, what would be sent waits. */
export interface MailSetting {
  smtpUrl: string;
  from: string;
  replyTo?: string;
  returnPath?: string;
}

/** What configuration says of the outside. */
export interface Settings {
  mail?: MailSetting | null;
  bounces?: BounceSetting | null;
  /** host:port to which programs may subscribe although private. */
  allow?: readonly string[];
  /** Mastodon accounts on which it may post. */
  accounts?: Accounts;
}

/** The table of contents of this service. The public origin begins every address that it tells. */
export const service = (
  origin: string,
  { mail = null, bounces = null, allow = [], accounts = new Map() }: Settings = {},
): Service<Tx, Db, Context, typeof events> => ({
  name: "communications",
  schema: new URL("../schema.graphql", import.meta.url),
  resolvers,
  openDatabase,
  context: contextWith(allow, accounts),
  follows,
  events,
  reactions: reactions(origin),
  projections: [
    ...["theme", "project", "discipline", "academy", "person", "mandate"],
    ...["scenario", "scenario_echo", "meeting"],
  ],
  due: dueWith(origin),
  prepare: async ({ db, clock }) => {
    await ensureSeries(db, []);
    await schedulePurge(db, clock.now());
    await scheduleGatherings(db, clock.now());
  },
  loops: ({ db, clock, logger }) => {
    const webhooks = startWebhooks({ db, clock, logger, allow });
    const poster = startPoster({ db, clock, logger, accounts, allow });
    if (!mail) logger.warn("SMTP_URL is not set: no mail leaves");
    const sender = mail && startSender({ db, logger, smtpUrl: mail.smtpUrl, sender: { ...mail, origin } });
    return [webhooks, poster, ...(sender ? [sender] : [])];
  },
  routes: routesWith(bounces),
});
