/** Paths and hosts of sign-on services: CAS, SAML, Shibboleth, OpenID, and the portals of the digital workspaces. */
const SIGN_ON_PATH =
  /(^|\/)(cas|login|log-in|signin|sign-in|logon|sso|saml2?|shibboleth(\.sso)?|auth|oauth2?|oidc|openid|idp|adfs|connexion|identification|wp-login\.php)(\/|\.|$)/i;
const SIGN_ON_HOST =
  /^(cas|sso|auth|idp|login|connexion|ent|educonnect|guichet)[.-]|(^|\.)(educonnect\.education\.gouv\.fr|monlycee\.net|toutatice\.fr|lyceeconnecte\.fr|enthdf\.fr|itslearning\.com|eclat-bfc\.fr|netocentre\.fr|laclasse\.com|neoconnect\.[a-z.]+)$/i;

/** The address itself says that it asks who is there. */
export const isSignOn = (url: URL): boolean => SIGN_ON_PATH.test(url.pathname) || SIGN_ON_HOST.test(url.hostname);

/** A field for a password: nobody reads further without one. */
export const asksPassword = (html: string): boolean => /<input\b[^>]*\btype\s*=\s*["']?password\b/i.test(html);

/** Where a page sends its reader by itself, if it does. */
export function refreshTarget(html: string): string | undefined {
  const meta = /<meta\b[^>]*http-equiv\s*=\s*["']?refresh\b[^>]*>/i.exec(html)?.[0];
  return meta && /url\s*=\s*['"]?([^'">\s]+)/i.exec(meta)?.[1];
}
