import { PrivateAddress as Refused, type Resolver, systemResolver } from "@trame/kit/pinned";
import type { Visit } from "./domain/address.ts";
import { type Answer, type Fetching, fetchOnce } from "./open-address/fetch.ts";
import { asksPassword, isSignOn, refreshTarget } from "./open-address/signs.ts";

/** Visits an address as anybody would, without an account (R68). Never throws: whatever happens is a finding. */
export type VisitPort = (url: string) => Promise<Visit>;

export interface VisitorOptions {
  /** host:port that may be visited although private: TRAME_FETCH_ALLOW. */
  allow?: readonly string[];
  resolve?: Resolver;
  totalMs?: number;
  bytes?: number;
}

const MAX_REDIRECTS = 5;
const MAX_LENGTH = 2048;

export const createVisitor =
  ({ allow = [], resolve = systemResolver, totalMs = 10_000, bytes = 512 * 1024 }: VisitorOptions = {}): VisitPort =>
  async (address) => {
    const signal = AbortSignal.timeout(totalMs);
    try {
      return await follow(parse(address), { allow, resolve, limits: { totalMs, bytes }, signal });
    } catch (error) {
      if (error instanceof Refused) return { kind: "REFUSED", detail: error.message };
      return { kind: "UNREACHABLE", detail: signal.aborted ? tooSlow(totalMs) : whyNot(error) };
    }
  };

/** Each step is checked as the first was: the scheme, the name's addresses, the signs of a login. */
async function follow(first: URL, fetching: Fetching): Promise<Visit> {
  let url = first;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    if (isSignOn(url)) return login(`L'adresse mène à une page d'identification (${url.host}).`);
    const answer = await fetchOnce(url, fetching);
    const target = answer.status >= 300 && answer.status < 400 ? answer.location : undefined;
    if (target === undefined) return judge(url, answer);
    url = parse(target, url);
  }
  return { kind: "UNREACHABLE", detail: `L'adresse redirige plus de ${MAX_REDIRECTS} fois.` };
}

function judge(url: URL, { status, contentType, body }: Answer): Visit {
  if (status === 401 || status === 407) return login(`Le site demande une identification (réponse ${status}).`);
  if (status !== 200) return { kind: "UNREACHABLE", detail: `Le site répond ${status} au lieu de 200.` };
  if (!/^(text\/html|application\/xhtml\+xml)\b/i.test(contentType)) {
    return { kind: "UNREACHABLE", detail: "L'adresse ne donne pas une page Web (HTML)." };
  }
  if (asksPassword(body)) return login("La page demande un mot de passe.");
  const next = refreshTarget(body);
  if (next && isSignOn(parse(next, url))) return login("La page renvoie vers une identification.");
  return { kind: "PAGE", finalUrl: url.href };
}

const login = (detail: string): Visit => ({ kind: "LOGIN", detail });

function parse(text: string, base?: URL): URL {
  if (text.length > MAX_LENGTH || !URL.canParse(text.trim(), base)) throw new Refused("L'adresse est mal formée.");
  const url = new URL(text.trim(), base);
  if (url.protocol !== "https:" && url.protocol !== "http:") {
    throw new Refused("L'adresse doit commencer par https:// ou http://.");
  }
  if (url.username || url.password) throw new Refused("L'adresse ne doit pas contenir d'identifiant.");
  return url;
}

const tooSlow = (totalMs: number) => `Le site n'a pas répondu en ${Math.round(totalMs / 1000)} secondes.`;

/** In words that the author of a page can act on. */
function whyNot(error: unknown): string {
  const { code = "" } = error as { code?: string };
  if (/ENOTFOUND|EAI_AGAIN|ENODATA/.test(code)) return "Ce nom de site n'existe pas.";
  if (/ECONNREFUSED|EHOSTUNREACH|ENETUNREACH/.test(code)) return "Le site n'accepte pas la connexion.";
  if (/CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_VERIFY/.test(code)) return "Le certificat du site n'est pas valable.";
  if (/TIMEOUT/i.test(code)) return "Le site n'a pas répondu à temps.";
  return "Le site n'a pas répondu correctement.";
}
