import { DevFailure } from "./failure.ts";
import { startTrame, type Trame, type TrameOptions } from "./supervisor.ts";

/** `npm start`: runs until it is told to stop, or until a part dies. */
export async function main(dataDir: string): Promise<void> {
  const stop = new AbortController();
  const dead = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => stop.abort());
  const ended = new Promise<void>((resolve) => {
    stop.signal.addEventListener("abort", () => resolve());
    dead.signal.addEventListener("abort", () => resolve());
  });
  let trame: Trame | undefined;
  try {
    trame = await startTrame({
      ...optionsFrom(process.env),
      dataDir,
      log: say,
      signal: stop.signal,
      onDeath: (failure) => dead.abort(failure),
    });
    say(`Trame est prête : ${trame.origin}`);
    await ended;
    dead.signal.throwIfAborted();
    say("Arrêt en cours…");
  } catch (error) {
    process.exitCode = 1;
    // Ctrl-C during the start is no failure to explain.
    if (!stop.signal.aborted) console.error(`Erreur : ${error instanceof DevFailure ? error.message : stackOf(error)}`);
  }
  await trame?.stop();
  if (stop.signal.aborted) say("Trame est arrêtée.");
}

const say = (line: string) => console.log(line);

const stackOf = (error: unknown) => (error instanceof Error ? error.stack : String(error));

function optionsFrom(env: NodeJS.ProcessEnv): Pick<TrameOptions, "eventLog" | "kafkaBrokers" | "now" | "demo"> {
  const { EVENT_LOG: eventLog = "embedded", KAFKA_BROKERS: kafkaBrokers, TRAME_NOW: now, TRAME_DEMO: demo } = env;
  if (eventLog !== "embedded" && eventLog !== "kafka") {
    throw new DevFailure(`EVENT_LOG=${eventLog} n'existe pas : choisissez embedded ou kafka.`);
  }
  if (eventLog === "kafka" && !kafkaBrokers) {
    throw new DevFailure("EVENT_LOG=kafka demande l'adresse du courtier : KAFKA_BROKERS=<hôte>:<port>.");
  }
  return { eventLog, kafkaBrokers, now, demo: demo === "small" ? "small" : demo !== "none" };
}
