import { runRepublish } from "@trame/kit/republish";

await runRepublish("communications");
