import { useRouteLoaderData } from "react-router";
import { type Brand, brandNamed } from "../brand.ts";

export interface Site {
  brand: Brand;
  origin: string;
  clock: { now: string; settable: boolean };
  viewer: { name: string } | null;
  traceId: string;
  /** In development: where its mails are read. */
  devMailUrl: string | null;
}

const bare: Site = {
  brand: brandNamed(undefined),
  origin: "",
  clock: { now: "", settable: false },
  viewer: null,
  traceId: "",
  devMailUrl: null,
};

/** What the root has read for every page; bare when the root itself failed. */
export const useSite = (): Site => useRouteLoaderData<Site>("root") ?? bare;
