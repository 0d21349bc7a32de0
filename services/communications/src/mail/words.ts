const ZONES: Record<string, string> = {
  "Europe/Paris": "heure de Paris",
  "Indian/Reunion": "heure de La Réunion",
  "Indian/Mayotte": "heure de Mayotte",
  "America/Martinique": "heure de Martinique",
  "America/Guadeloupe": "heure de Guadeloupe",
  "America/Cayenne": "heure de Guyane",
  "America/Miquelon": "heure de Saint-Pierre-et-Miquelon",
  "Pacific/Noumea": "heure de Nouméa",
  "Pacific/Tahiti": "heure de Tahiti",
  "Pacific/Wallis": "heure de Wallis",
};

/** « vendredi 12 juin 2020 à 18:00 (heure de Paris) ». */
export function deadline(at: Date, timeZone: string): string {
  const day = at.toLocaleDateString("fr-FR", { timeZone, dateStyle: "full" });
  const hour = at.toLocaleTimeString("fr-FR", { timeZone, hour: "2-digit", minute: "2-digit" });
  return `${day} à ${hour} (${ZONES[timeZone] ?? `fuseau ${timeZone}`})`;
}
