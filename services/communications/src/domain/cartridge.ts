/** A link that a cartridge carries. */
export interface CartridgeLink {
  id: string;
  title: string;
  url: string;
  /** What it is, and the text that stands for it; null for a bare link. */
  about: { summary: string; attribution: string; licence: string | null; alternative: string | null } | null;
}

export interface Cartridge {
  id: string;
  title: string;
  description: string;
  objectives: string;
  audience: string | null;
  minutesInPerson: number | null;
  minutesRemote: number | null;
  keywords: readonly string[];
  /** What it is built from, by kind: the course itself, the theme's scenarios, its materials. */
  folders: readonly { id: string; title: string; links: readonly CartridgeLink[] }[];
}

const NS = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1";
const LOM = "http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest";
const WEB_LINK = "http://www.imsglobal.org/xsd/imsccv1p1/imswl_v1p1";
const XSI = "http://www.w3.org/2001/XMLSchema-instance";
const PROFILE = "http://www.imsglobal.org/profile/cc/ccv1p1";

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** For content and attributes; what XML 1.0 forbids is dropped. */
const xml = (text: string): string =>
  text.replace(/(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, "").replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? "");

/** Common Cartridge 1.1: what Moodle, hence M@gistère, imports. Its files by their path. */
export function cartridgeFiles(cartridge: Cartridge): Record<string, string> {
  const links = cartridge.folders.flatMap((folder) => folder.links);
  return {
    "imsmanifest.xml": manifest(cartridge),
    "presentation.html": presentation(cartridge),
    ...Object.fromEntries(links.map((link) => [fileOf(link), webLink(link)])),
    ...Object.fromEntries(links.flatMap((link) => (link.about ? [[pageOf(link), about(link, link.about)]] : []))),
  };
}

const pageOf = ({ id }: CartridgeLink): string => `pages/${id}.html`;
const fileOf = ({ id }: CartridgeLink): string => `liens/${id}.xml`;

/** One organization, rooted, whose root item has no title; identifiers are names of XML. */
function manifest(cartridge: Cartridge): string {
  const { id, title, description, keywords, folders } = cartridge;
  const filled = folders.filter(({ links }) => links.length > 0);
  const all = filled.flatMap(({ links }) => links);
  const said = (text: string) => `<lomimscc:string language="fr">${xml(text)}</lomimscc:string>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="M-${id}" xmlns="${NS}" xmlns:lomimscc="${LOM}" xmlns:xsi="${XSI}" xsi:schemaLocation="${NS} ${PROFILE}/ccv1p1_imscp_v1p2_v1p0.xsd ${LOM} ${PROFILE}/LOM/ccv1p1_lommanifest_v1p0.xsd">
  <metadata>
    <schema>IMS Common Cartridge</schema>
    <schemaversion>1.1.0</schemaversion>
    <lomimscc:lom>
      <lomimscc:general>
        <lomimscc:title>${said(title)}</lomimscc:title>
        <lomimscc:language>fr</lomimscc:language>
        <lomimscc:description>${said(description)}</lomimscc:description>
${keywords.map((keyword) => `        <lomimscc:keyword>${said(keyword)}</lomimscc:keyword>\n`).join("")}      </lomimscc:general>
    </lomimscc:lom>
  </metadata>
  <organizations>
    <organization identifier="O-${id}" structure="rooted-hierarchy">
      <item identifier="I-root">
        <item identifier="I-presentation" identifierref="R-presentation"><title>Présentation</title></item>
${filled.map(folderItem).join("\n")}
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="R-presentation" type="webcontent" href="presentation.html"><file href="presentation.html"/></resource>
${all.flatMap(resourcesOf).join("\n")}
  </resources>
</manifest>
`;
}

const folderItem = ({ id, title, links }: Cartridge["folders"][number]): string =>
  `        <item identifier="I-${id}"><title>${xml(title)}</title>
${links.flatMap(itemsOf).join("\n")}
        </item>`;

/** The page before the link: who does not see the work reads what it says. */
const itemsOf = ({ id, title, about: told }: CartridgeLink): string[] => [
  ...(told
    ? [`          <item identifier="I-page-${id}" identifierref="R-page-${id}"><title>${xml(title)}</title></item>`]
    : []),
  `          <item identifier="I-${id}" identifierref="R-${id}"><title>${xml(told ? `Ouvrir : ${title}` : title)}</title></item>`,
];

const resourcesOf = (link: CartridgeLink): string[] => [
  ...(link.about
    ? [
        `    <resource identifier="R-page-${link.id}" type="webcontent" href="${pageOf(link)}"><file href="${pageOf(link)}"/></resource>`,
      ]
    : []),
  `    <resource identifier="R-${link.id}" type="imswl_xmlv1p1"><file href="${fileOf(link)}"/></resource>`,
];

const about = (
  { title, url }: CartridgeLink,
  { summary, attribution, licence, alternative }: NonNullable<CartridgeLink["about"]>,
): string => `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><title>${xml(title)}</title></head>
<body><h1>${xml(title)}</h1>
${paragraphs(summary)}
<p><a href="${xml(url)}">${xml(title)}</a></p>
${alternative ? `<h2>Texte équivalent</h2>\n${paragraphs(alternative)}` : ""}
<p>${xml([attribution, licence].filter(Boolean).join(", "))}</p>
</body></html>
`;

const paragraphs = (text: string): string =>
  text
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== "")
    .map((part) => `<p>${xml(part.trim())}</p>`)
    .join("\n");

const webLink = ({ title, url }: CartridgeLink): string => `<?xml version="1.0" encoding="UTF-8"?>
<webLink xmlns="${WEB_LINK}" xmlns:xsi="${XSI}" xsi:schemaLocation="${WEB_LINK} ${PROFILE}/ccv1p1_imswl_v1p1.xsd">
  <title>${xml(title)}</title>
  <url href="${xml(url)}" target="_blank"/>
</webLink>
`;

const hours = (minutes: number): string =>
  minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, "0")}`;

function presentation({ title, description, objectives, audience, minutesInPerson, minutesRemote }: Cartridge): string {
  const facts = [
    audience && ["Public", audience],
    minutesInPerson && ["En présence", hours(minutesInPerson)],
    minutesRemote && ["À distance", hours(minutesRemote)],
  ].filter((fact) => Array.isArray(fact));
  return `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><title>${xml(title)}</title></head>
<body><h1>${xml(title)}</h1>
<p>${xml(description)}</p>
<h2>Objectifs</h2>
<p>${xml(objectives)}</p>
${facts.length > 0 ? `<dl>${facts.map(([name = "", value = ""]) => `<dt>${name}</dt><dd>${xml(value)}</dd>`).join("")}</dl>` : ""}
</body></html>
`;
}
