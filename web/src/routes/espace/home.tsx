import { staticMeta } from "../../apollo/page.ts";

export const meta = staticMeta({ title: "Mon espace", noindex: true });

export default function EspaceHome() {
  return <h1>Mon espace</h1>;
}
