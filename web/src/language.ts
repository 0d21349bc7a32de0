export const languages = ["fr", "en"] as const;

export type Language = (typeof languages)[number];

export const isLanguage = (value: unknown): value is Language => languages.some((language) => language === value);

const named = process.env.TRAME_LANGUAGE;

/** The language of the interface: a constant of the build (vite.config.ts), since each language has a build of its own. */
export const language: Language = isLanguage(named) ? named : "fr";

/** For Intl: the reader is in France in either language. */
export const locale = language === "en" ? "en-GB" : "fr-FR";

/** `lang` of what stays French whatever the interface speaks: titles, texts, names and messages that the graph gives. */
export const inFrench = language === "fr" ? undefined : "fr";

/** Each in its own words. */
export const languageNames: Record<Language, string> = { fr: "Français", en: "English" };

/** The choice of a language is this cookie (server.mjs reads it); without it the portal is in French. */
export const languageCookie = (chosen: Language): string => `langue=${chosen}; Path=/; Max-Age=31536000; SameSite=Lax`;

/** Where the choice is made; one comes back to the page that one was reading. */
export const choiceOf = (chosen: Language, from: string): string =>
  `/langue/${chosen}?${new URLSearchParams({ retour: from })}`;
