import type { ReactNode } from "react";

/** DSFR's table, its caption for screen readers only, since a heading is always above: on a narrow screen it scrolls inside its own frame, which the keyboard reaches. */
export const TableFrame = ({ caption, children }: { caption: string; children: ReactNode }) => (
  <div className="fr-table fr-table--sm fr-table--no-caption">
    <div className="fr-table__wrapper">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by the keyboard. */}
      <section className="fr-table__container" tabIndex={0} aria-label={caption}>
        <div className="fr-table__content">
          <table>
            <caption>{caption}</caption>
            {children}
          </table>
        </div>
      </section>
    </div>
  </div>
);
