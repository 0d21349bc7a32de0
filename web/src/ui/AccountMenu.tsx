import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { type ReactNode, type RefObject, useEffect, useRef } from "react";
import { NavLink } from "react-router";

const places = [
  { to: "/espace", text: t`Mon espace` },
  { to: "/espace/mandats", text: t`Mes mandats` },
  { to: "/espace/recherches", text: t`Mes recherches` },
  { to: "/espace/mes-donnees", text: t`Mes données` },
  { to: "/espace/preferences", text: t`Mes courriels` },
];

interface Props {
  id?: string;
  name: string;
  children: ReactNode;
}

/**
 * What is personal, under the person's name, and `children` after it. The browser's own disclosure opens it, by mouse
 * and keyboard, without a script too; on a telephone, whose menu is a page of its own, it is one list.
 */
export function AccountMenu({ id, name, children }: Props) {
  const menu = useRef<HTMLDetailsElement>(null);
  useClosing(menu);
  const links = (
    <ul className="account__links">
      {places.map(({ to, text }) => (
        <li key={to}>
          <NavLink to={to} end className="fr-nav__link" onClick={() => menu.current?.removeAttribute("open")}>
            {text}
          </NavLink>
        </li>
      ))}
      {children}
      <li>
        <SignOut />
      </li>
    </ul>
  );
  if (id?.endsWith("-mobile")) {
    return (
      <div className="fr-nav" id={id}>
        <p className="account__name fr-icon-account-circle-line">{name}</p>
        {links}
      </div>
    );
  }
  return (
    <details className="account fr-nav" id={id} ref={menu}>
      <summary className="fr-btn fr-icon-account-circle-line">{name}</summary>
      {links}
    </details>
  );
}

/** Escape closes it and gives the focus back; a click or the focus elsewhere closes it. */
function useClosing(menu: RefObject<HTMLDetailsElement | null>) {
  useEffect(() => {
    const leave = ({ target }: Event) => {
      if (!(target instanceof Node && menu.current?.contains(target))) menu.current?.removeAttribute("open");
    };
    const onKey = ({ key }: KeyboardEvent) => {
      if (key !== "Escape" || !menu.current?.open) return;
      menu.current.removeAttribute("open");
      menu.current.querySelector("summary")?.focus();
    };
    const heard = new AbortController();
    document.addEventListener("pointerdown", leave, heard);
    document.addEventListener("focusin", leave, heard);
    document.addEventListener("keydown", onKey, heard);
    return () => heard.abort();
  }, [menu]);
}

/** A form, so that signing out works without JavaScript and never by following a link. */
const SignOut = () => (
  <form method="post" action="/auth/logout">
    <button type="submit" className="fr-nav__link">
      <Trans>Se déconnecter</Trans>
    </button>
  </form>
);
