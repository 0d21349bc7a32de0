/** The letter's own sheet: served from our origin, so that the page needs no inline style and no other host. */
export const STYLE = `:root { color-scheme: light dark; --ink: #161616; --soft: #4a4a4a; --page: #fff; --line: #ccc; --link: #000091; --error: #ce0500; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #f0f0f0; --soft: #cecece; --page: #161616; --line: #4a4a4a; --link: #a9a9ff; --error: #ff9575; }
}
* { box-sizing: border-box; }
html { font: 100%/1.6 Marianne, system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif; }
body { margin: 0; background: var(--page); color: var(--ink); overflow-wrap: anywhere; }
.skip { position: absolute; left: -100vw; padding: .5rem 1rem; background: var(--page); }
.skip:focus { left: 0; }
header, main, footer { max-width: 44rem; margin: 0 auto; padding: 1rem; }
header { border-bottom: 1px solid var(--line); }
footer { border-top: 1px solid var(--line); color: var(--soft); font-size: .875rem; }
h1 { font-size: clamp(1.5rem, 5vw, 2.25rem); line-height: 1.25; margin: .25rem 0 .5rem; }
h2 { font-size: 1.25rem; line-height: 1.35; margin: 0 0 .5rem; }
p { margin: 0 0 .75rem; }
a { color: var(--link); text-underline-offset: .2em; }
a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
button { font: inherit; font-weight: 500; padding: .5rem 1rem; color: var(--page); background: var(--link); border: 1px solid var(--link); }
form { margin: 0 0 1rem; }
form label { display: inline-block; max-width: 100%; }
input:not([type]), input[type="text"], input[type="email"], select { display: block; width: 100%; max-width: 30rem; font: inherit; padding: .5rem; color: var(--ink); background: var(--page); border: 1px solid var(--soft); }
input:focus-visible, select:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
fieldset { border: 1px solid var(--line); margin: 0 0 1rem; padding: .75rem 1rem; }
.choice { margin: 0 0 .375rem; }
.trap { position: absolute; left: -100vw; }
.error { display: block; color: var(--error); font-size: .875rem; }
.summary { border-left: 4px solid var(--error); padding: .5rem 1rem; margin: 0 0 1rem; }
button:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.series, .date, .kind, .meta { color: var(--soft); font-size: .875rem; margin: 0 0 .5rem; }
.editorial { font-size: 1.0625rem; }
figure { margin: 0; padding: 1.25rem 0; border-top: 1px solid var(--line); }
img { max-width: 100%; height: auto; }
figcaption { color: var(--soft); font-size: .875rem; }
.contents { padding-left: 1.25rem; }
article { border-top: 1px solid var(--line); padding: 1.25rem 0; }
article.withdrawn { color: var(--soft); font-style: italic; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .125rem .75rem; margin: .5rem 0 0; font-size: .875rem; }
dt { color: var(--soft); }
dd { margin: 0; }
@media (max-width: 22rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: .375rem; } }
@media print {
  :root { --ink: #000; --soft: #333; --page: #fff; --line: #999; --link: #000; }
  .skip, .contents-title, .contents, .feeds { display: none; }
  header, main, footer { max-width: none; padding: 0 0 .75rem; }
  article { break-inside: avoid; }
  article h2 a::after { content: " (" attr(href) ")"; font-size: .75rem; font-weight: normal; }
}
`;
