/** By what the gateway's logs tell of one request: its own number, or the one that it was given. */
const REFERENCE = "x-request-id";

let latest: string | undefined;

/** Sends each request at the head of a trace of its own (W3C Trace Context): what follows it on the servers names it. */
export const tracedFetch: typeof fetch = (address, options) => {
  const headers = new Headers(options?.headers);
  headers.set("traceparent", `00-${randomHex(16)}-${randomHex(8)}-01`);
  latest = headers.get(REFERENCE) ?? latest;
  return fetch(address, { ...options, headers });
};

/** For a page's reading: whoever reports that it failed can quote it. */
export function referenced() {
  const reference = randomHex(16);
  return { reference, context: { headers: { [REFERENCE]: reference } } };
}

/** Of the last page that the browser has read by itself; none as long as it shows what the server has sent. */
export const latestReference = (): string | undefined => latest;

const randomHex = (bytes: number) =>
  Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) => byte.toString(16).padStart(2, "0")).join("");
