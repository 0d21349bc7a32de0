import { readConfig } from "@trame/kit/config";
import { scannerAt } from "@trame/kit/files/scan";
import { hostsOf } from "@trame/kit/pinned";
import { runService } from "@trame/kit/service";
import { outside } from "./config.ts";
import { createVisitor } from "./open-address.ts";
import { serviceWith } from "./service.ts";

const config = readConfig(outside);
await runService(
  serviceWith({
    visit: createVisitor({ allow: hostsOf(config.TRAME_FETCH_ALLOW) }),
    standIn: config.TRAME_SITES,
    oaiContact: config.OAI_CONTACT,
    scan: config.FILE_SCAN_URL ? scannerAt(config.FILE_SCAN_URL) : undefined,
  }),
);
