import { runDemo } from "@trame/kit/demo";
import { service } from "../src/service.ts";
import { groups } from "./groups.ts";
import { persons } from "./persons.ts";
import { wrapUp } from "./wrap-up.ts";

await runDemo(service, { persons, groups, "wrap-up": wrapUp });
