import { lookup as lookUpName, Resolver as NameServers } from "node:dns/promises";
import { isIP, type LookupFunction } from "node:net";
import { isPublicAddress } from "./public-address.ts";

/** All the addresses of a name. */
export type Resolver = (hostname: string) => Promise<string[]>;

export const systemResolver: Resolver = async (hostname) =>
  (await lookUpName(hostname, { all: true })).map(({ address }) => address);

/**
 * Asks the name servers without the threads that `lookup` borrows: there are four of them for the whole process, and
 * four names whose servers hang would hold up everybody else's.
 */
export function nameServers({ timeoutMs = 2_000, tries = 2 } = {}): Resolver {
  const servers = new NameServers({ timeout: timeoutMs, tries });
  return async (hostname) => {
    const found = await Promise.allSettled([servers.resolve4(hostname), servers.resolve6(hostname)]);
    const addresses = found.flatMap((one) => (one.status === "fulfilled" ? one.value : []));
    const failed = found.find((one) => one.status === "rejected");
    if (addresses.length === 0 && failed) throw failed.reason;
    return addresses;
  };
}

/** The address is not one to which a server of ours connects on behalf of somebody else. */
export class PrivateAddress extends Error {}

export interface Reach {
  resolve: Resolver;
  /** host:port that may be reached although private. */
  allow: readonly string[];
  signal: AbortSignal;
}

export function isAllowed(url: URL, allow: readonly string[]): boolean {
  const port = url.port || (url.protocol === "https:" ? "443" : "80");
  return allow.includes(`${url.hostname}:${port}`.toLowerCase());
}

/** What the name leads to, all of it public. Connect to these, through `pinned`, and to nothing else. */
export async function checkedAddresses(url: URL, { resolve, allow, signal }: Reach): Promise<string[]> {
  const hostname = url.hostname.replace(/^\[|\]$/g, "");
  const addresses = isIP(hostname) ? [hostname] : await giveUpOn(signal, resolve(hostname));
  if (addresses.length === 0) throw Object.assign(new Error("no address"), { code: "ENOTFOUND" });
  if (!isAllowed(url, allow) && !addresses.every(isPublicAddress)) {
    throw new PrivateAddress("L'adresse mène à un réseau privé ou réservé : elle n'est pas visitée.");
  }
  return addresses;
}

function giveUpOn<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}

/** The name is not resolved a second time: what it says meanwhile does not matter (DNS rebinding). */
export const pinned =
  (addresses: readonly string[]): LookupFunction =>
  (_hostname, options, callback) => {
    const all = addresses.map((address) => ({ address, family: isIP(address) }));
    const [first] = all;
    if (options.all) callback(null, all);
    else if (first) callback(null, first.address, first.family);
  };

/** `a:1, b:2` as configuration writes it. */
export const hostsOf = (list: string): string[] =>
  list
    .split(",")
    .map((host) => host.trim().toLowerCase())
    .filter(Boolean);
