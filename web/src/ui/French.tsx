import type { ReactNode } from "react";
import { inFrench } from "../language.ts";

/** What the graph gives stays French in an English interface, and says so. */
export const French = ({ children }: { children: ReactNode }) =>
  inFrench ? <span lang={inFrench}>{children}</span> : children;
