import { runDemo } from "@trame/kit/demo";
import { serviceWith } from "../src/service.ts";
import { campaigns } from "./campaigns.ts";
import { launch } from "./launch.ts";
import { pay } from "./pay.ts";

await runDemo(serviceWith(), { campaigns, launch, pay });
