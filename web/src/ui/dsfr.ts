import { setUseLang } from "@codegouvfr/react-dsfr/i18n";
import { setLink } from "@codegouvfr/react-dsfr/link";
import { start } from "@codegouvfr/react-dsfr/start";
import { createElement, type ReactNode } from "react";
import { Link, type LinkProps } from "react-router";
import { language } from "../language.ts";

type DsfrLinkProps = Omit<LinkProps, "to"> & { to?: string; href?: string; children?: ReactNode };

declare module "@codegouvfr/react-dsfr/link" {
  interface RegisterLink {
    Link: (props: DsfrLinkProps) => React.JSX.Element;
  }
}

// At module level, so that the server renders the router's links too.
setLink({ Link: ({ to, href, ...props }: DsfrLinkProps) => createElement(Link, { to: to ?? href ?? "", ...props }) });

// The components' own words; react-dsfr has them in English.
setUseLang({ useLang: () => language });

const waiting: (() => void)[] = [];
let hydrated = false;

/** The theme is set before hydration; DSFR's own script, which rewrites the DOM, waits for `dsfrHydrated`. */
export function prepareDsfr(): void {
  void start({
    defaultColorScheme: "system",
    verbose: false,
    doCheckNonce: true,
    trustedTypesPolicyName: "react-dsfr",
    nextParams: {
      doPersistDarkModePreferenceWithCookie: false,
      registerEffectAction: (action) => {
        if (hydrated) action();
        else waiting.push(action);
      },
    },
  });
}

export function dsfrHydrated(): void {
  hydrated = true;
  for (const action of waiting.splice(0)) action();
}
