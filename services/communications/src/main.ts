import { common, readConfig } from "@trame/kit/config";
import { runService } from "@trame/kit/service";
import { service } from "./service.ts";

const { TRAME_ORIGIN } = readConfig({ TRAME_ORIGIN: common.TRAME_ORIGIN });

await runService(service(TRAME_ORIGIN));
