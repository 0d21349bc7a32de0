/** How long a link to claim a profile holds. */
export const LINK_DAYS = 14;
