import { cx } from "@codegouvfr/react-dsfr/tools/cx";

/** The page's own background in each theme: what the browser's frame is coloured with. */
const background = (color: string) => ({ decisions: { background: { default: { grey: { default: color } } } } });
const light = background("#ffffff");
const dark = background("#161616");

/** What the components that we use need of react-dsfr's `fr` (tools/light-dsfr.ts puts it in its place). */
export const fr = { cx, colors: { getHex: ({ isDark }: { isDark: boolean }) => (isDark ? dark : light) } };
