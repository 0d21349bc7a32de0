import { t } from "@lingui/core/macro";
import type { ReactNode } from "react";

export const Unavailable = () => (
  <p className="unavailable fr-icon-warning-line">{t`Cette partie est momentanément indisponible.`}</p>
);

interface PartProps<Value> {
  value: Value | null | undefined;
  /** From the page's `failed("path")`. */
  failed?: boolean;
  /** Shown when there is nothing although nothing failed. */
  empty?: ReactNode;
  children: (value: Value) => ReactNode;
}

/** A part of a page that comes from a service of its own: the value, why it is missing, or that there is none. */
export function Part<Value>({ value, failed, empty, children }: PartProps<Value>) {
  if (value == null) return failed ? <Unavailable /> : empty;
  return Array.isArray(value) && value.length === 0 ? empty : children(value);
}
