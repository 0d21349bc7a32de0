import type { Logger } from "@trame/kit/log";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Callers } from "../callers.ts";
import type { Notice } from "../pages.ts";
import { sendNotice } from "../pages.ts";
import type { Claim, Claimed } from "./claims.ts";
import { isOwnOrigin, ownPath } from "./origin.ts";
import type { LoginChecks, Provider } from "./provider.ts";
import type { Sealer } from "./sealed.ts";
import type { Sessions } from "./session.ts";

export interface AuthOptions {
  origin: string;
  provider: Provider;
  sealer: Sealer;
  sessions: Sessions;
  callers: Callers;
  claim(claim: Claim): Promise<Claimed>;
  /** Ask people again who somebody is. */
  forget(): void;
  logger: Logger;
}

type Login = LoginChecks & { returnTo: string; claimToken?: string } & Record<string, unknown>;

/** Of a link by which a profile is claimed. */
const TOKEN = /^[\w-]{20,64}$/;
const LOGIN_COOKIE = "trame_login";
const TEN_MINUTES = 10 * 60;

/** Signing in and out by the OpenID code flow; the browser holds everything, encrypted. */
export async function addAuth(http: FastifyInstance, options: AuthOptions): Promise<void> {
  const { origin, provider, sealer, sessions, callers, claim, forget, logger } = options;
  const cookie = { httpOnly: true, sameSite: "lax", secure: origin.startsWith("https:"), path: "/auth" } as const;

  async function login(request: FastifyRequest, reply: FastifyReply) {
    const { url, checks } = await provider.begin();
    const { returnTo, jeton } = request.query as { returnTo?: unknown; jeton?: unknown };
    const claimToken = typeof jeton === "string" && TOKEN.test(jeton) ? jeton : undefined;
    const content: Login = { ...checks, returnTo: ownPath(returnTo, origin), ...(claimToken && { claimToken }) };
    reply.setCookie(LOGIN_COOKIE, await sealer.seal("login", { ...content }, TEN_MINUTES), {
      ...cookie,
      maxAge: TEN_MINUTES,
    });
    return reply.redirect(url.href, 303);
  }

  async function callback(request: FastifyRequest, reply: FastifyReply) {
    const sealed = request.cookies[LOGIN_COOKIE];
    const begun = sealed ? await sealer.open<Login>("login", sealed) : undefined;
    if (!begun) return sendNotice(request, reply, EXPIRED);
    reply.clearCookie(LOGIN_COOKIE, cookie);
    const signedIn = await provider.complete(new URL(request.url, origin), begun);
    await sessions.start(reply, signedIn, signedIn.idToken);
    const { issuer, subject, verifiedEmail } = signedIn;
    const claimed = await claim({ issuer, subject, verifiedEmail, token: begun.claimToken });
    if (claimed === "BOUND") forget();
    if (claimed === "LINK_INVALID") return sendNotice(request, reply, USED);
    return reply.redirect(begun.returnTo, 303);
  }

  async function logout(request: FastifyRequest, reply: FastifyReply) {
    if (!isOwnOrigin(request, origin)) return sendNotice(request, reply, FOREIGN);
    const idToken = await sessions.idToken(request);
    sessions.end(reply);
    // The session here has ended, whatever the provider says.
    const url = await provider.endSessionUrl(idToken, `${origin}/`).catch(() => undefined);
    return reply.redirect(url?.href ?? "/", 303);
  }

  async function session(request: FastifyRequest) {
    const { actor, session: found, known } = await callers.of(request);
    if (!found) return { signedIn: false, name: null, known: false };
    return { signedIn: true, name: actor.kind === "person" ? actor.name : found.name, known: known ?? null };
  }

  await http.register(async (scope) => {
    scope.addHook("onRequest", async (_request, reply) => void reply.header("cache-control", "no-store"));
    scope.setErrorHandler((error, request, reply) => {
      logger.warn({ reason: reasonOf(error), requestId: request.trace.requestId }, "sign-in failed");
      return sendNotice(request, reply, noticeOf(error));
    });
    // A form with a button sends this type and nothing that we need.
    scope.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string" }, async () => undefined);
    scope.get("/auth/login", login);
    scope.get("/auth/callback", callback);
    scope.post("/auth/logout", logout);
    scope.get("/auth/session", session);
    scope.all("/auth/*", async (request, reply) => sendNotice(request, reply, NOWHERE));
  });
}

const again = { href: "/auth/login", label: "Se connecter" };
const EXPIRED: Notice = {
  status: 400,
  title: "La connexion a expiré",
  message: "Elle a duré plus de dix minutes, ou elle a commencé dans une autre fenêtre. Recommencez.",
  link: again,
};
const USED: Notice = {
  status: 400,
  title: "Ce lien ne vaut plus",
  message:
    "Il a déjà servi, ou son délai est passé. Demandez-en un autre à la délégation académique au numérique ; vous êtes par ailleurs connecté·e.",
  link: { href: "/", label: "Revenir à l'accueil" },
};
const FAILED: Notice = {
  status: 400,
  title: "La connexion n'a pas abouti",
  message: "Le fournisseur d'identité ne l'a pas confirmée. Recommencez.",
  link: again,
};
const AWAY: Notice = {
  status: 503,
  title: "La connexion est impossible pour le moment",
  message: "Le fournisseur d'identité ne répond pas. Les pages publiques restent accessibles.",
};
const FOREIGN: Notice = { status: 403, title: "Demande refusée", message: "Elle ne vient pas du portail." };
const NOWHERE: Notice = { status: 404, title: "Page introuvable", message: "Cette adresse n'existe pas." };

/** openid-client wraps both a refusal and a broken connection; only the first says something of this sign-in. */
function noticeOf(error: unknown): Notice {
  const { name, code } = error as { name?: string; code?: string };
  return name === "ProviderUnavailable" || name === "TypeError" || code === "OAUTH_TIMEOUT" ? AWAY : FAILED;
}

/** Not the whole error: it may hold tokens. */
const reasonOf = (error: unknown) => {
  const { name, code, message } = error as { name?: string; code?: string; message?: string };
  return [name, code, message].filter(Boolean).join(" ");
};
