import { runDemo } from "@trame/kit/demo";
import { service } from "../src/service.ts";
import { diffusion } from "./diffusion.ts";
import { reviews } from "./reviews.ts";

const origin = process.env.TRAME_ORIGIN ?? "http://localhost:4000";

await runDemo(service(origin), { reviews, diffusion });
