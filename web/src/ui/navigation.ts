import type { MainNavigationProps } from "@codegouvfr/react-dsfr/MainNavigation";

export interface NavigationLink {
  to: string;
  text: string;
  /** Current on this very address only, not on those under it. */
  exact?: boolean;
}

/** A menu of links. */
export interface NavigationGroup<Link extends NavigationLink = NavigationLink> {
  text: string;
  links: readonly Link[];
}

export type Navigation = readonly (NavigationLink | NavigationGroup)[];

/** As DSFR's navigation wants it, with what is current at this address. */
export function navigationItems(navigation: Navigation, pathname: string): MainNavigationProps.Item[] {
  const item = ({ to, text, exact }: NavigationLink) => ({
    text,
    linkProps: { to },
    isActive: pathname === to || (!exact && pathname.startsWith(`${to}/`)),
  });
  return navigation.map((entry) => {
    if (!("links" in entry)) return item(entry);
    const menuLinks = entry.links.map(item);
    return { text: entry.text, menuLinks, isActive: menuLinks.some(({ isActive }) => isActive) };
  });
}
