import { runDemo } from "@trame/kit/demo";
import { service } from "../src/service.ts";
import { year } from "./year.ts";

await runDemo(service, { year });
