/** The accounts that the operator lets this service post on: their tokens by handle, `@lettre@mastodon.example`. */
export type Accounts = ReadonlyMap<string, string>;

/** `@lettre@mastodon.example=token, …` as configuration writes it. */
export const accountsOf = (list: string): Accounts =>
  new Map(
    list
      .split(",")
      .map((entry) => entry.trim())
      .filter(Boolean)
      .map((entry): [string, string] => {
        const [handle = "", ...token] = entry.split("=");
        if (!HANDLE.test(handle) || token.join("=") === "") {
          throw new Error("MASTODON_TOKENS is a list of @account@server=token");
        }
        return [handle.toLowerCase(), token.join("=")];
      }),
  );

const HANDLE = /^@[\w.-]+@([\w.-]+(?::\d+)?)$/;

export const serverOf = (handle: string): string => HANDLE.exec(handle)?.[1] ?? "";

/** A Mastodon account whose token is known. */
export const canPost =
  (accounts: Accounts) =>
  ({ network, handle }: { network: string; handle: string }): boolean =>
    network.toLowerCase() === "mastodon" && accounts.has(handle.toLowerCase());
