// The secrets that k8s/ refers to, made anew, as one List for kubectl. Nothing is kept here.
//   node services/kit/dev/tools/cluster-secrets.mjs | kubectl apply --namespace trame -f -
// OIDC_CLIENT_SECRET is the identity provider's; without it one is made, for the development Keycloak. SMTP_URL and
// MAIL_FROM are the mail server's; without them no mail leaves. MASTODON_TOKENS are the accounts on which editors post.
import { generateKeyPairSync, randomBytes } from "node:crypto";
import process from "node:process";

const secret = () => randomBytes(24).toString("hex");
const { privateKey, publicKey } = generateKeyPairSync("ed25519");
const kid = randomBytes(8).toString("hex");
const jwk = (key) => JSON.stringify({ ...key.export({ format: "jwk" }), use: "sig", alg: "EdDSA", kid });

const SERVICES = ["projects", "people", "scenarios", "meetings", "communications"];
const items = [
  ...SERVICES.map((name) =>
    opaque(`${name}-database`, { username: `trame_${name}`, password: secret() }, "kubernetes.io/basic-auth"),
  ),
  opaque("actor-key", { "private.jwk": jwk(privateKey), "public.jwk": jwk(publicKey) }),
  opaque("gateway", {
    "session-secret": secret(),
    "oidc-client-secret": process.env.OIDC_CLIENT_SECRET ?? secret(),
    "metrics-token": secret(),
  }),
  opaque("postgres-admin", { password: secret() }),
  opaque("keycloak", { "admin-password": secret(), "edu-num-secret": secret(), "analytique-secret": secret() }),
];
const { SMTP_URL, MAIL_FROM, MASTODON_TOKENS } = process.env;
if (SMTP_URL) items.push(opaque("mail", { "smtp-url": SMTP_URL, ...(MAIL_FROM && { from: MAIL_FROM }) }));
if (MASTODON_TOKENS) items.push(opaque("mastodon", { tokens: MASTODON_TOKENS }));
console.log(JSON.stringify({ apiVersion: "v1", kind: "List", items }, null, 2));

function opaque(name, stringData, type = "Opaque") {
  return { apiVersion: "v1", kind: "Secret", metadata: { name }, type, stringData };
}
