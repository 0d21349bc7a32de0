import type { ApolloClient, OperationVariables } from "@apollo/client";
import { CombinedGraphQLErrors } from "@apollo/client/errors";
import { useSuspenseQuery } from "@apollo/client/react";
import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import {
  type LoaderFunctionArgs,
  type MetaDescriptor,
  type Params,
  data as respond,
  useLoaderData,
  useParams,
  useSearchParams,
} from "react-router";
import { locale } from "../language.ts";
import { apolloContext, browserClient } from "./client.ts";
import { referenced } from "./traced-fetch.ts";

/** What the address says: a page's variables come from nowhere else. */
export interface Place {
  params: Params;
  search: URLSearchParams;
}

export interface Head {
  title: string;
  description?: string;
  /** The path of this page under its one true address, without the origin. */
  canonical?: string;
  type?: "website" | "article";
  noindex?: boolean;
  jsonLd?: object;
  /** The same thing in another form: its media type and its path, without the origin. */
  alternate?: { type: string; path: string };
}

/** A part of the page that its service could not give. */
export interface Failure {
  path: string;
  code: string;
  message: string;
}

export interface PageSpec<Data, Variables extends OperationVariables> {
  query: TypedDocumentNode<Data, Variables>;
  variables?: (place: Place) => Variables;
  /** The root field without which there is no page: absent 404, refused 403, failed 503. */
  subject?: keyof Data & string;
  head: (data: Data, place: Place) => Head;
  /** 410 for a page that tells of something withdrawn, 404 for one of something that is not there. */
  status?: (data: Data, place: Place) => number;
  /** Reads again at each visit: for pages whose state others change meanwhile. */
  fresh?: boolean;
}

interface Loaded {
  head: Head;
  failures: Failure[];
}

/** A route's query, loaders, head and data from one description. Loaders return only the head: the data travel once, in Apollo's state. */
export function definePage<Data, Variables extends OperationVariables = OperationVariables>(
  spec: PageSpec<Data, Variables>,
) {
  const variablesAt = (place: Place) => spec.variables?.(place) ?? ({} as Variables);
  /** What came with failures is in the cache with holes: it is asked for again, not shown again. */
  const holed = new Set<string>();

  async function load(client: ApolloClient, place: Place, inBrowser: boolean) {
    const variables = variablesAt(place);
    const key = JSON.stringify(variables);
    const again = inBrowser && (spec.fresh || holed.has(key));
    const reading = inBrowser ? referenced() : undefined;
    const { data, error } = await client.query<Data, OperationVariables>({
      query: spec.query,
      variables,
      errorPolicy: "all",
      fetchPolicy: again ? "network-only" : "cache-first",
      context: reading?.context,
    });
    const failures = failuresOf(error);
    demandSubject({ data, failures, subject: spec.subject, reference: reading?.reference });
    if (inBrowser) holed[failures.length > 0 ? "add" : "delete"](key);
    const loaded: Loaded = { head: spec.head(data as Data, place), failures };
    return respond(loaded, { status: spec.status?.(data as Data, place) ?? 200 });
  }

  return {
    loader: ({ request, params, context }: LoaderFunctionArgs) =>
      load(context.get(apolloContext), placeOf(request, params), false),

    clientLoader: ({ request, params }: BrowserArgs) => load(browserClient(), placeOf(request, params), true),

    meta: ({ loaderData, matches, location }: MetaArgs): MetaDescriptor[] =>
      loaderData ? descriptors(loaderData.head, siteOf(matches), location.pathname) : [],

    /** The page's data from the cache, and whether a part of it is missing because its service failed. */
    useData() {
      const place = usePlace();
      const variables = variablesAt(place);
      const { failures } = useLoaderData<Loaded>();
      const { data } = useSuspenseQuery<Data, OperationVariables>(spec.query, { variables, errorPolicy: "all" });
      if (typeof window !== "undefined" && failures.length > 0) holed.add(JSON.stringify(variables));
      return { data: data as Data, place, failed: failedIn(failures) };
    },
  };
}

/** The part of React Router's arguments that is used: the whole names each route's own loader type. */
type BrowserArgs = Pick<LoaderFunctionArgs, "request" | "params">;

const placeOf = (request: Request, params: Params): Place => ({
  params,
  search: new URL(request.url).searchParams,
});

export function usePlace(): Place {
  const params = useParams();
  const [search] = useSearchParams();
  return { params, search };
}

export function failuresOf(error: unknown): Failure[] {
  if (!error) return [];
  if (!CombinedGraphQLErrors.is(error)) return [{ path: "", code: "UNREACHABLE", message: String(error) }];
  return error.errors.map(({ path, extensions, message }) => ({
    path: (path ?? []).join("."),
    code: String(extensions?.code ?? "INTERNAL_SERVER_ERROR"),
    message,
  }));
}

/** `failed("theme.meetings")`: that field, something above it or something inside it failed. */
export const failedIn = (failures: Failure[]) => (path: string) =>
  failures.some(
    (failure) =>
      failure.path === "" || `${path}.`.startsWith(`${failure.path}.`) || failure.path.startsWith(`${path}.`),
  );

interface Answer<Data> {
  data: Data | undefined;
  failures: Failure[];
  subject: (keyof Data & string) | undefined;
  reference: string | undefined;
}

function demandSubject<Data>({ data, failures, subject, reference }: Answer<Data>) {
  if (data && (!subject || data[subject] != null)) return;
  const failure = failures.find(({ path }) => !subject || path === "" || path.split(".")[0] === subject);
  if (!failure) throw respond(null, { status: 404 });
  if (failure.code === "FORBIDDEN") throw respond(failure.message, { status: 403 });
  if (failure.code === "UNAUTHENTICATED") throw respond(failure.message, { status: 401 });
  throw away(reference);
}

/** The reference is what the browser's own reading is found by; of the server's, the root knows it. */
export const away = (reference: string | undefined) => respond(reference ? { reference } : null, { status: 503 });

interface Site {
  origin: string;
  title: string;
}

interface MetaArgs {
  loaderData?: Loaded;
  matches: ({ id: string; loaderData?: unknown } | undefined)[];
  location: { pathname: string };
}

/** From the root's loader data, which every page has. */
export function siteOf(matches: MetaArgs["matches"]): Site {
  const root = matches.find((match) => match?.id === "root")?.loaderData as
    | { origin: string; brand: { serviceTitle: string } }
    | undefined;
  return { origin: root?.origin ?? "", title: root?.brand.serviceTitle ?? "" };
}

export function descriptors(head: Head, site: Site, path: string): MetaDescriptor[] {
  const title = site.title ? `${head.title} – ${site.title}` : head.title;
  const href = `${site.origin}${head.canonical ?? path}`;
  const list: MetaDescriptor[] = [
    { title },
    { property: "og:title", content: head.title },
    { property: "og:type", content: head.type ?? "website" },
    { property: "og:url", content: href },
    { property: "og:site_name", content: site.title },
    { property: "og:locale", content: locale.replace("-", "_") },
    { tagName: "link", rel: "canonical", href },
  ];
  if (head.description) {
    list.push({ name: "description", content: head.description });
    list.push({ property: "og:description", content: head.description });
  }
  if (head.noindex) list.push({ name: "robots", content: "noindex" });
  if (head.alternate) {
    const { type, path: form } = head.alternate;
    list.push({ tagName: "link", rel: "alternate", type, href: `${site.origin}${form}` });
  }
  if (head.jsonLd) list.push({ "script:ld+json": withOrigin(head.jsonLd, site.origin) });
  return list;
}

/** Our own addresses are written as paths; who reads the description elsewhere needs them whole. */
const withOrigin = (jsonLd: object, origin: string): Record<string, never> =>
  JSON.parse(JSON.stringify(jsonLd), (name, value) =>
    (name === "@id" || name === "url") && typeof value === "string" && value.startsWith("/") ? origin + value : value,
  );

/** The head of a page that asks the graph nothing. */
export const staticMeta =
  (head: Head) =>
  ({ matches, location }: Pick<MetaArgs, "matches" | "location">): MetaDescriptor[] =>
    descriptors(head, siteOf(matches), location.pathname);
