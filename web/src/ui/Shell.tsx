import { addFooterTranslations, Footer } from "@codegouvfr/react-dsfr/Footer";
import { Header, type HeaderProps } from "@codegouvfr/react-dsfr/Header";
import { SkipLinks } from "@codegouvfr/react-dsfr/SkipLinks";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Fragment, lazy, type ReactNode, Suspense } from "react";
import { Link, useLocation } from "react-router";
import { reportAddress } from "../features/reports/address.ts";
import { choiceOf, inFrench, language, languageNames } from "../language.ts";
import { ClockControl } from "./ClockControl.tsx";
import { DisplaySettings, displayButton } from "./DisplaySettings.tsx";
import { type Navigation, navigationItems } from "./navigation.ts";
import { useSite } from "./site.ts";

// Left out of react-dsfr's English, or named otherwise on our pages.
addFooterTranslations({ lang: language, messages: { terms: t`Mentions légales`, "website map": t`Plan du site` } });

/** Header, main and footer: the same around public and signed-in pages. */
export function Shell({ navigation, children }: { navigation: Navigation; children: ReactNode }) {
  const { brand, clock, devMailUrl } = useSite();
  const { pathname } = useLocation();
  const languageLink = useLanguageLink();
  const block = brand.block.map((line, rank) => (
    <Fragment key={line}>
      {rank > 0 && <br />}
      <span lang={inFrench}>{line}</span>
    </Fragment>
  ));
  const home = { to: "/", title: t`Accueil – ${brand.serviceTitle}` };
  return (
    <>
      <SkipLinks
        links={[
          { label: t`Contenu`, anchor: "#contenu" },
          { label: t`Menu`, anchor: "#fr-header-main-navigation" },
          { label: t`Pied de page`, anchor: "#fr-footer" },
        ]}
      />
      <Header
        id="fr-header"
        brandTop={block}
        homeLinkProps={home}
        serviceTitle={brand.serviceTitle}
        serviceTagline={brand.tagline}
        navigation={navigationItems(navigation, pathname)}
        quickAccessItems={useQuickAccess()}
        disableDisplay
      />
      <DisplaySettings />
      <main id="contenu" tabIndex={-1}>
        {children}
      </main>
      <Footer
        id="fr-footer"
        brandTop={block}
        homeLinkProps={home}
        domains={brand.name === "ministere" ? undefined : []}
        contentDescription={t`Les travaux académiques mutualisés (TraAM) : des équipes d’enseignants essaient en classe, écrivent ensemble et partagent des scénarios pédagogiques.`}
        websiteMapLinkProps={{ to: "/plan-du-site" }}
        accessibility="non compliant"
        accessibilityLinkProps={{ to: "/accessibilite" }}
        termsLinkProps={{ to: "/mentions-legales" }}
        bottomItems={[
          { text: t`Données personnelles`, linkProps: { to: "/donnees-personnelles" } },
          { text: t`Licences et citation`, linkProps: { to: "/licences" } },
          { text: t`Contact`, linkProps: { to: "/contact" } },
          { text: t`Signaler un problème`, linkProps: { to: reportAddress(pathname), rel: "nofollow" } },
          { text: t`Explorer le graphe`, linkProps: { to: "/graphiql", reloadDocument: true } },
          ...(devMailUrl ? [{ text: t`Courriels de développement`, linkProps: { to: devMailUrl } }] : []),
          displayButton,
          { text: languageLink.text, linkProps: languageLink.linkProps },
        ]}
        license={<Licence />}
      />
      {clock.settable && <ClockControl now={clock.now} />}
    </>
  );
}

const Licence = () => (
  <>
    <Trans>
      Chaque scénario porte sa propre licence. Le logiciel est libre, sous licence{" "}
      <a href={`https://eupl.eu/1.2/${language}/`} rel="noreferrer">
        EUPL 1.2
      </a>
      .
    </Trans>
  </>
);

// What only a signed-in page needs, a visitor's does not carry.
const Bell = lazy(async () => ({ default: (await import("../features/notifications/Bell.tsx")).Bell }));
const AccountMenu = lazy(async () => ({ default: (await import("./AccountMenu.tsx")).AccountMenu }));

const LaterBell = ({ id }: { id?: string }) => (
  <Suspense fallback={null}>
    <Bell id={id} />
  </Suspense>
);

const LaterAccount = ({ id, name }: { id?: string; name: string }) => {
  const { text, linkProps } = useLanguageLink();
  return (
    <Suspense fallback={null}>
      <AccountMenu id={id} name={name}>
        <li>
          <Link {...linkProps} className="fr-nav__link">
            {text}
          </Link>
        </li>
      </AccountMenu>
    </Suspense>
  );
};

type QuickAccess = NonNullable<HeaderProps["quickAccessItems"]>;

function useQuickAccess(): QuickAccess {
  const { viewer } = useSite();
  const languageLink = useLanguageLink();
  const { pathname, search } = useLocation();
  if (viewer) {
    return [<LaterAccount key="account" name={viewer.name} />, <LaterBell key="bell" />, displayButton];
  }
  const returnTo = encodeURIComponent(pathname === "/" ? "/espace" : `${pathname}${search}`);
  const to = `/auth/login?returnTo=${returnTo}`;
  return [
    { iconId: "fr-icon-lock-line", text: t`Se connecter`, linkProps: { to, reloadDocument: true } },
    displayButton,
    languageLink,
  ];
}

/** To the other language, in its own words; the page that one reads comes back in it. */
function useLanguageLink() {
  const { pathname, search } = useLocation();
  const other = language === "fr" ? "en" : "fr";
  const to = choiceOf(other, pathname + search);
  return {
    iconId: "fr-icon-translate-2",
    text: languageNames[other],
    linkProps: { to, reloadDocument: true, rel: "nofollow", lang: other, hrefLang: other },
  } satisfies HeaderProps.QuickAccessItem.Link;
}
