import type { CampaignSettings } from "./campaign.ts";

/** How many candidates there are somewhere, and how many of them are retained or about to be. */
export interface Coverage {
  key: string;
  candidates: number;
  retained: number;
}

export interface Warning {
  code: string;
  message: string;
  field: string | null;
  requirement: string;
}

interface Situation {
  retained: number;
  target: number;
  settings: Pick<CampaignSettings, "perTheme" | "perAcademy">;
  /** By theme and by academy; `key` is what a sentence may name. */
  themes: readonly Coverage[];
  academies: readonly Coverage[];
}

/** Quotas and targets warn and never block (R21). */
export function warningsOf({ retained, target, settings, themes, academies }: Situation): Warning[] {
  const over = (list: readonly Coverage[], most: number | null) =>
    most === null ? [] : list.filter((one) => one.retained > most);
  const said = (code: string, field: string, message: string): Warning => ({
    code,
    field,
    message,
    requirement: "R21",
  });
  return [
    ...(retained > target
      ? [said("TARGET_EXCEEDED", "target", `${retained} équipes pour un objectif de ${target}.`)]
      : []),
    ...over(themes, settings.perTheme).map((one) =>
      said(
        "THEME_QUOTA",
        "perTheme",
        `« ${one.key} » : ${one.retained} académies, ${settings.perTheme} au plus prévues.`,
      ),
    ),
    ...over(academies, settings.perAcademy).map((one) =>
      said(
        "ACADEMY_QUOTA",
        "perAcademy",
        `${one.key} : ${one.retained} équipes, ${settings.perAcademy} au plus prévues.`,
      ),
    ),
    ...themes
      .filter((one) => one.candidates > 0 && one.retained === 0)
      .map((one) => said("THEME_WITHOUT_TEAM", "themes", `« ${one.key} » n'a pas encore d'équipe.`)),
  ];
}
