import { inData, readJson, type State } from "./data-folder.ts";
import { DevFailure, reasonOf } from "./failure.ts";
import { readKeys } from "./keys.ts";
import { personaFor } from "./personas.ts";
import { tokenFor } from "./token.ts";

/** `npm run --silent token -- --as <role>`: the token on standard output, and nothing else. */
export async function main(dataDir: string, args: string[]): Promise<void> {
  try {
    console.log(await tokenOf(dataDir, whoOf(args)));
  } catch (error) {
    console.error(`Erreur : ${reasonOf(error)}`);
    process.exitCode = 1;
  }
}

function tokenOf(dataDir: string, who: string): Promise<string> {
  const keys = readKeys(dataDir);
  const state = readJson<State>(inData(dataDir).state);
  if (!keys || !state) throw new DevFailure(`Trame n'a jamais démarré sur ${dataDir} : lancez d'abord npm start.`);
  return tokenFor(personaFor(who), state.issuer, keys.oidc);
}

function whoOf(args: string[]): string {
  const who = args[args.indexOf("--as") + 1];
  if (args.includes("--as") && who) return who;
  throw new DevFailure("Dites pour qui : npm run --silent token -- --as admin");
}
