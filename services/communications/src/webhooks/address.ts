import { isIP } from "node:net";
import { isAllowed } from "@trame/kit/pinned";
import { isPublicAddress } from "@trame/kit/public-address";
import type { Address } from "../domain/webhook.ts";

/** What can be said of an address before its name is looked up. */
export const addressRules = (allow: readonly string[]): Address => ({
  isAllowed: (url) => isAllowed(url, allow),
  isPublic: ({ hostname }) => {
    const host = hostname.replace(/^\[|\]$/g, "").toLowerCase();
    if (isIP(host)) return isPublicAddress(host);
    return host.includes(".") && !/\.(localhost|local|internal|home\.arpa)$/.test(host);
  },
});
