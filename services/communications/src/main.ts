import { runService } from "@trame/kit/service";
import { config } from "./config.ts";
import { service } from "./service.ts";

const { origin, ...settings } = config();

await runService(service(origin, settings));
