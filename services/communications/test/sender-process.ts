// A sender alone in its process, for the test that kills it.
import { silentLogger } from "@trame/kit/log";
import { openDatabase } from "../src/database.ts";
import { startSender } from "../src/mail/sender.ts";

const { DATABASE_URL = "", SMTP_URL = "" } = process.env;
startSender({
  db: openDatabase(DATABASE_URL),
  smtpUrl: SMTP_URL,
  sender: { from: "trame@example.org", origin: "http://localhost:4000" },
  logger: silentLogger,
  lines: 3,
  pollMs: 20,
  leaseMs: 1_000,
});
