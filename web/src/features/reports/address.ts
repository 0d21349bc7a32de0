/** Where the form is, for the page that one is on. */
export const reportAddress = (path: string): string => `/signaler?page=${encodeURIComponent(path)}`;

/** The page in question as the address of the form names it: a path of this site, or none. */
export const pageAt = (search: URLSearchParams): string => {
  const page = search.get("page") ?? "";
  return /^\/(?![/\\])/.test(page) ? page : "";
};
