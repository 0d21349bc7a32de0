import { Breadcrumb } from "@codegouvfr/react-dsfr/Breadcrumb";
import type { ReactNode } from "react";

interface ScreenProps {
  title: string;
  /** Between « Mon espace » and this screen: label and address. */
  path?: [string, string][];
  lead?: ReactNode;
  children: ReactNode;
}

/** A signed-in screen: breadcrumb, its one h1, its lead. */
export const Screen = ({ title, path = [], lead, children }: ScreenProps) => (
  <>
    <Breadcrumb
      segments={[["Mon espace", "/espace"] as const, ...path].map(([label, to]) => ({ label, linkProps: { to } }))}
      currentPageLabel={title}
    />
    <h1>{title}</h1>
    {lead && <div className="fr-text--lead lead">{lead}</div>}
    {children}
  </>
);
