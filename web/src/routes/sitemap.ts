import { data as respond } from "react-router";
import { apolloContext } from "../apollo/client.ts";
import { requestContext } from "../apollo/request.ts";
import { graphql } from "../gen/gql.ts";
import type { Route } from "./+types/sitemap.ts";
import { publicPages } from "./site-map/pages.ts";

const SITEMAP = graphql(`
  query Sitemap($themes: String, $editions: String) {
    academies {
      code
    }
    themes(first: 100, after: $themes) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
      }
    }
    editions(filter: { states: [PUBLISHED] }, first: 100, after: $editions) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        url
        publishedAt
      }
    }
  }
`);

/** More pages of a hundred than these are no list of themes or letters any more. */
const MOST_PAGES = 50;

interface Entry {
  url: string;
  lastmod?: string;
}

/** `/plan-du-site.xml`: every public page but the scenarios, which their service lists in `/sitemap.xml`. */
export async function loader({ context }: Route.LoaderArgs) {
  const { origin } = context.get(requestContext);
  const entries = new Map<string, Entry>(publicPages.map((url) => [url, { url }]));
  const client = context.get(apolloContext);
  const after: { themes?: string | null; editions?: string | null } = {};
  for (let page = 0; page < MOST_PAGES; page++) {
    const { data } = await client.query({ query: SITEMAP, variables: { ...after }, errorPolicy: "all" });
    // Half a map would tell engines that the rest is gone.
    if (!data?.academies || !data.themes || !data.editions) throw respond(null, { status: 503 });
    for (const { code } of data.academies) add(entries, { url: `/academies/${code}` });
    for (const { id } of data.themes.nodes) add(entries, { url: `/themes/${id}` });
    for (const { url, publishedAt } of data.editions.nodes) add(entries, { url, lastmod: publishedAt ?? undefined });
    after.themes = data.themes.pageInfo.endCursor ?? after.themes;
    after.editions = data.editions.pageInfo.endCursor ?? after.editions;
    if (!data.themes.pageInfo.hasNextPage && !data.editions.pageInfo.hasNextPage) break;
  }
  const { SitemapStream, streamToPromise } = await import("sitemap");
  const xmlns = { news: false, video: false, xhtml: false, image: false };
  const stream = new SitemapStream({ hostname: origin, xmlns });
  for (const entry of entries.values()) stream.write(entry);
  stream.end();
  return new Response((await streamToPromise(stream)).toString(), {
    headers: { "content-type": "application/xml; charset=utf-8", "cache-control": "public, max-age=3600" },
  });
}

const add = (entries: Map<string, Entry>, entry: Entry) => entries.set(entry.url, entry);
