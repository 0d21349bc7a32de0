import { escapeHtml } from "../html.ts";
import type { Persona } from "../personas.ts";

const ROLES: Record<string, string> = {
  ADMIN: "Administration de la plateforme",
  PROGRAMME: "Département DNE A2",
  INSPECTOR_GENERAL: "Inspection générale",
  EXPERT: "Expertise DNE",
  PILOT: "Pilotage d'un groupe académique",
  REFERENT: "Professeurs référents",
  TEACHER: "Enseignants",
  DAN: "Délégations académiques au numérique",
  CARDIE: "CARDIE",
  IEN: "Inspection du premier degré",
  DASEN: "Directions académiques des départements",
  IAN: "Interlocuteurs académiques pour le numérique",
  EDITOR: "Rédaction des lettres Édu_Num",
  ANALYST: "Analyse",
};

const STYLE = `
:root { color-scheme: light dark; --ink: #161616; --soft: #56565c; --paper: #fff; --card: #f6f6f6; --line: #929292; --blue: #000091; --on-blue: #fff; }
@media (prefers-color-scheme: dark) { :root { --ink: #f2f2f2; --soft: #b8b8bd; --paper: #161616; --card: #242424; --line: #7c7c7c; --blue: #8585f6; --on-blue: #000074; } }
* { box-sizing: border-box; }
body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
main { max-width: 60rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 .5rem; }
h2 { font-size: 1rem; margin: 1.5rem 0 .5rem; color: var(--soft); }
.note { color: var(--soft); max-width: 40rem; margin: 0; }
ul { list-style: none; margin: 0; padding: 0; display: grid; gap: .5rem; grid-template-columns: repeat(auto-fill, minmax(min(18rem, 100%), 1fr)); }
button { font: inherit; cursor: pointer; border: 1px solid var(--blue); background: var(--blue); color: var(--on-blue); padding: .5rem 1rem; min-height: 2.75rem; }
li button { width: 100%; height: 100%; text-align: left; background: var(--card); color: var(--ink); border-color: var(--line); padding: .75rem 1rem; }
li button:hover, li button:focus-visible { border-color: var(--blue); box-shadow: inset 4px 0 var(--blue); }
li button span { display: block; color: var(--soft); font-size: .875rem; }
:focus-visible { outline: 2px solid var(--blue); outline-offset: 2px; }
.other { margin-top: 2rem; border-top: 1px solid var(--line); padding-top: 1rem; }
.other p { margin: 0 0 .5rem; }
.row { display: flex; flex-wrap: wrap; gap: .5rem; }
input { font: inherit; color: inherit; background: var(--card); border: 1px solid var(--line); padding: .5rem; min-height: 2.75rem; flex: 1 1 16rem; max-width: 30rem; }
`;

export const page = (title: string, body: string) => `<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} – Trame (développement)</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body><main><h1>${escapeHtml(title)}</h1>${body}</main></body>
</html>`;

/** Whom to be. Plain forms: it works without JavaScript. */
export function choicePage(uid: string, personas: Persona[]): string {
  const action = `/connexion/${encodeURIComponent(uid)}`;
  const roles = [...new Set(personas.map(({ role }) => role))];
  const sections = roles.map((role) => section(role, personas, action)).join("");
  return page(
    "Se connecter à Trame",
    `<p class="note">Fournisseur d'identité de développement : choisissez une personne de démonstration, sans mot de passe. Ces personnes sont fictives.</p>
${sections || '<p class="note">Aucune personne de démonstration n\'est connue.</p>'}
<form class="other" method="post" action="${action}">
<p><label for="sub">Une autre personne, par son identifiant</label></p>
<div class="row"><input id="sub" name="sub" required autocomplete="off" spellcheck="false" maxlength="200"><button type="submit">Se connecter</button></div>
</form>`,
  );
}

function section(role: string, personas: Persona[], action: string): string {
  const choices = personas.filter((persona) => persona.role === role).map(choice);
  return `<section><h2>${escapeHtml(ROLES[role] ?? role)}</h2><form method="post" action="${action}"><ul>${choices.join("")}</ul></form></section>`;
}

const choice = ({ sub, name, title }: Persona) =>
  `<li><button type="submit" name="sub" value="${escapeHtml(sub)}">${escapeHtml(name)}<span>${escapeHtml(title)}</span></button></li>`;
