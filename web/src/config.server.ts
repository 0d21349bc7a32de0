import { type Brand, brandNamed } from "./brand.ts";

export interface ServerConfig {
  gatewayUrl: string;
  /** Where people see the portal: canonical addresses start with it. */
  origin: string;
  brand: Brand;
  /** Where the mails of a development Trame are read. */
  devMailUrl: string | null;
}

/** The only reader of the environment in the portal. */
export function serverConfig(env: NodeJS.ProcessEnv = process.env): ServerConfig {
  return {
    gatewayUrl: env.GATEWAY_URL ?? "http://127.0.0.1:4000/graphql",
    origin: env.TRAME_ORIGIN ?? "http://localhost:4000",
    brand: brandNamed(env.TRAME_BRAND),
    devMailUrl: env.DEV_MAIL_URL ?? null,
  };
}
