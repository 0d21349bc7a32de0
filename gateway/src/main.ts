import { createLogger } from "@trame/kit/log";
import { startGateway } from "./app.ts";
import { readGatewayConfig } from "./config.ts";

const config = readGatewayConfig();
const logger = createLogger("gateway", config.LOG_LEVEL);
const gateway = await startGateway(config, logger);
logger.info({ port: gateway.port }, "ready");

let stopping = false;
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.on(signal, () => {
    if (stopping) process.exit(1);
    stopping = true;
    gateway.stop().then(
      () => process.exit(0),
      (error) => {
        logger.error({ err: error }, "did not stop cleanly");
        process.exit(1);
      },
    );
  });
}
