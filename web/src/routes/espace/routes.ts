import { type RouteConfigEntry, route } from "@react-router/dev/routes";

/** The signed-in screens, one block an area; paths from `src/`. */
export const espaceRoutes: RouteConfigEntry[] = [
  route("espace", "routes/espace/home.tsx"),

  route("espace/campagnes", "routes/espace/campaigns.tsx"),
  route("espace/campagnes/:id", "routes/espace/campaign.tsx"),
  route("espace/campagnes/:id/selection", "routes/espace/selection.tsx"),
  route("espace/campagnes/:id/reglages", "routes/espace/campaign-settings.tsx"),
  route("espace/evaluations", "routes/espace/reviews.tsx"),
  route("espace/evaluations/:id", "routes/espace/review.tsx"),

  route("espace/themes/nouveau", "routes/espace/themes-new.tsx"),
  route("espace/themes/:id", "routes/espace/theme.tsx"),

  route("espace/candidatures", "routes/espace/applications.tsx"),
  route("espace/candidatures/nouvelle", "routes/espace/applications-new.tsx"),
  route("espace/candidatures/a-cosigner", "routes/espace/signatures.tsx"),
  route("espace/candidatures/:id", "routes/espace/application.tsx"),

  route("espace/groupes/:id", "routes/espace/academic-group.tsx"),
  route("espace/groupes-nationaux/:id", "routes/espace/national-group.tsx"),

  route("espace/mandats", "routes/espace/people/mandates.tsx"),
  route("espace/mes-donnees", "routes/espace/people/my-data.tsx"),
  route("espace/personnes/:id", "routes/espace/people/person.tsx"),
  route("espace/donnees", "routes/espace/people/care.tsx"),

  route("espace/annuaire", "routes/espace/directory.tsx"),

  route("espace/versements", "routes/espace/pay/list.tsx"),
  route("espace/versements/lignes", "routes/espace/pay/lines.tsx"),
  route("espace/versements/:id", "routes/espace/pay/instalment.tsx"),
  route("espace/enveloppes", "routes/espace/pay/envelopes.tsx"),
  route("espace/mes-versements", "routes/espace/pay/own.tsx"),

  route("espace/exploitation", "routes/espace/operations/overview.tsx"),
  route("espace/exploitation/:service", "routes/espace/operations/service.tsx"),
  route("espace/exploitation/:service/echeancier", "routes/espace/operations/schedule.tsx"),
  route("espace/exploitation/:service/journal", "routes/espace/operations/audit.tsx"),

  route("espace/participation", "routes/espace/participation.tsx"),

  route("espace/scenarios", "routes/espace/scenarios/list.tsx"),
  route("espace/scenarios/nouveau", "routes/espace/scenarios/new.tsx"),
  route("espace/scenarios/:id", "routes/espace/scenarios/workshop.tsx"),
  route("espace/scenarios/:id/versions", "routes/espace/scenarios/versions.tsx"),
  route("espace/scenarios/:id/retour", "routes/espace/scenarios/feedback.tsx"),

  route("espace/recherches", "routes/espace/searches/list.tsx"),
  route("espace/recherches/nouvelle", "routes/espace/searches/new.tsx"),

  route("espace/reunions", "routes/espace/meetings/list.tsx"),
  route("espace/reunions/nouvelle", "routes/espace/meetings/new.tsx"),
  route("espace/reunions/agenda", "routes/espace/meetings/calendars.tsx"),
  route("espace/reunions/:id", "routes/espace/meetings/meeting.tsx"),
  route("espace/themes/:id/avancement", "routes/espace/meetings/progress.tsx"),

  route("espace/lettres", "routes/espace/letters/series.tsx"),
  route("espace/lettres/relais", "routes/espace/letters/relays.tsx"),
  route("espace/lettres/abonnes", "routes/espace/letters/readers.tsx"),
  route("espace/lettres/:id", "routes/espace/letters/edition.tsx"),
  route("espace/syntheses", "routes/espace/syntheses/list.tsx"),
  route("espace/syntheses/:id", "routes/espace/syntheses/synthesis.tsx"),
  route("espace/destinataires", "routes/espace/syntheses/institutions.tsx"),
  route("espace/diffusion", "routes/espace/diffusion/followed.tsx"),
  route("espace/lettres/canaux", "routes/espace/diffusion/channels.tsx"),
  route("espace/programmes", "routes/espace/programs/list.tsx"),
  route("espace/programmes/:id", "routes/espace/programs/program.tsx"),
  route("espace/modules/:id", "routes/espace/letters/module.tsx"),
  route("espace/supports", "routes/espace/letters/materials.tsx"),
  route("espace/themes/:id/veille", "routes/espace/letters/watch.tsx"),

  route("espace/signalements", "routes/espace/reports.tsx"),

  route("espace/notifications", "routes/espace/notifications/list.tsx"),
  route("espace/courriels", "routes/espace/notifications/mails.tsx"),
  route("espace/preferences", "routes/espace/notifications/preferences.tsx"),
];
