import { t } from "@lingui/core/macro";
import type { ReactNode } from "react";

/** « Équipes retenues » → `equipes-retenues`. */
export const anchorOf = (title: string): string =>
  title
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

/** A part of a page under its own h2, which an address can name. */
export const Section = ({ title, children }: { title: string; children: ReactNode }) => (
  <section aria-labelledby={anchorOf(title)}>
    <h2 id={anchorOf(title)} tabIndex={-1}>
      {title}
    </h2>
    {children}
  </section>
);

/** The parts of a long page; what is false is not on it. */
export const Contents = ({ titles }: { titles: (string | false | null | undefined)[] }) => (
  <nav className="contents" aria-label={t`Sommaire`}>
    <ul>
      {titles
        .filter((title) => typeof title === "string")
        .filter(Boolean)
        .map((title) => (
          <li key={title}>
            <a href={`#${anchorOf(title)}`}>{title}</a>
          </li>
        ))}
    </ul>
  </nav>
);
