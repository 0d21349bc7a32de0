import { runDemo } from "@trame/kit/demo";
import { service } from "../src/service.ts";
import { campaigns } from "./campaigns.ts";
import { launch } from "./launch.ts";

await runDemo(service, { campaigns, launch });
