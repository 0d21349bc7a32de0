/** Sends each request at the head of a trace of its own (W3C Trace Context): what follows it on the servers names it. */
export const tracedFetch: typeof fetch = (address, options) => {
  const headers = new Headers(options?.headers);
  headers.set("traceparent", `00-${randomHex(16)}-${randomHex(8)}-01`);
  return fetch(address, { ...options, headers });
};

const randomHex = (bytes: number) =>
  Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) => byte.toString(16).padStart(2, "0")).join("");
