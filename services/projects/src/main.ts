import { readConfig } from "@trame/kit/config";
import { scannerAt } from "@trame/kit/files/scan";
import { runService } from "@trame/kit/service";
import { outside } from "./config.ts";
import { serviceWith } from "./service.ts";

const { FILE_SCAN_URL } = readConfig(outside);
await runService(serviceWith({ scan: FILE_SCAN_URL ? scannerAt(FILE_SCAN_URL) : undefined }));
