import { ApolloClient, HttpLink, InMemoryCache, type NormalizedCacheObject } from "@apollo/client";
import { createContext } from "react-router";
import { tracedFetch } from "./traced-fetch.ts";

const cacheOptions = {
  typePolicies: {
    Academy: { keyFields: ["code"] },
    Discipline: { keyFields: ["code"] },
    ServiceOperations: { keyFields: ["name"] },
    AuditLine: { keyFields: false },
    // Values without an identity of their own: two queries that read different fields complete each other.
    AcademicGroup: { fields: { compositionCheck: { merge: true } } },
    Campaign: { fields: { call: { merge: true } } },
    // Numbered within its poll.
    DatePollOption: { keyFields: false },
    Meeting: { fields: { checkIn: { merge: true }, minutes: { merge: true }, synthesis: { merge: true } } },
    NationalGroup: { fields: { compositionCheck: { merge: true }, diversity: { merge: true } } },
    Resource: { fields: { rights: { merge: true } } },
    Scenario: { fields: { edubase: { merge: true }, openAddress: { merge: true } } },
    Theme: { fields: { agreement: { merge: true }, diffusion: { merge: true }, workPlan: { merge: true } } },
  },
} satisfies ConstructorParameters<typeof InMemoryCache>[0];

interface ClientOptions {
  uri: string;
  onServer: boolean;
  headers?: Record<string, string>;
  state?: NormalizedCacheObject;
}

/** A client belongs to one request on the server (shared, it would leak one person's data to another). */
export function makeClient({ uri, onServer, headers, state }: ClientOptions): ApolloClient {
  return new ApolloClient({
    ssrMode: onServer,
    cache: new InMemoryCache(cacheOptions).restore(state ?? {}),
    link: new HttpLink({
      uri,
      credentials: "same-origin",
      headers: { "apollo-require-preflight": "true", ...headers },
      // On the server the page's own trace goes on; in the browser each operation begins one.
      ...(!onServer && { fetch: tracedFetch }),
    }),
  });
}

export const apolloContext = createContext<ApolloClient>();

let inBrowser: ApolloClient | undefined;

/** The browser's one client, begun with what the server had read for the page. */
export function browserClient(): ApolloClient {
  inBrowser ??= makeClient({ uri: "/graphql", onServer: false, state: stateInPage() });
  return inBrowser;
}

function stateInPage(): NormalizedCacheObject | undefined {
  const text = document.getElementById("apollo-state")?.textContent;
  return text ? (JSON.parse(text) as NormalizedCacheObject) : undefined;
}
