import { runRepublish } from "@trame/kit/republish";
import { inData, runningIn } from "./data-folder.ts";
import { DevFailure, reasonOf } from "./failure.ts";
import { readKeys } from "./keys.ts";
import { runningUrl } from "./postgres.ts";
import { databaseOf, SERVICES, type Service } from "./programs.ts";

/** `npm run republish -- --service projects [--from …]`: on the database of DATABASE_URL, or of the Trame that runs here. */
export async function main(dataDir: string, args: string[]): Promise<void> {
  try {
    const { service, rest } = orderOf(args);
    process.env.DATABASE_URL ??= urlOf(dataDir, service);
    if (runningIn(dataDir)) process.env.TRAME_NOW ??= `file:${inData(dataDir).clock}`;
    await runRepublish(service, rest);
  } catch (error) {
    console.error(`Erreur : ${reasonOf(error)}`);
    process.exitCode = 1;
  }
}

function orderOf(args: string[]): { service: Service; rest: string[] } {
  const at = args.indexOf("--service");
  const service = SERVICES.find((name) => at >= 0 && name === args[at + 1]);
  if (service) return { service, rest: args.toSpliced(at, 2) };
  throw new DevFailure(`Dites quel service : npm run republish -- --service ${SERVICES.join("|")}`);
}

function urlOf(dataDir: string, service: Service): string {
  const keys = readKeys(dataDir);
  if (keys && runningIn(dataDir)) return runningUrl(dataDir, keys.postgresPassword, databaseOf(service));
  throw new DevFailure(`Trame ne tourne pas sur ${dataDir} : démarrez-la, ou donnez DATABASE_URL.`);
}
