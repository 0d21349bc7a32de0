import { runService } from "@trame/kit/service";
import { service } from "./service.ts";

await runService(service);
