import type { ReactNode } from "react";

/** An empty list says why it is empty and what one can do. */
export const Empty = ({ children, action }: { children: ReactNode; action?: ReactNode }) => (
  <div className="empty">
    <p>{children}</p>
    {action}
  </div>
);
