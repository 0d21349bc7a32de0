-- Search in French without regard to accents, case and plurals. Functions of an index must be immutable and name their
-- schemas: a restored dump runs them with an empty search path.
create extension if not exists unaccent with schema public;

create function french_words(text) returns text language sql immutable parallel safe strict as
$$ select public.unaccent('public.unaccent'::regdictionary, $1) $$;

create function scenario_words(title text, summary text, course text) returns tsvector
  language sql immutable parallel safe as
$$
  select setweight(to_tsvector('pg_catalog.french', public.french_words(coalesce(title, ''))), 'A')
      || setweight(to_tsvector('pg_catalog.french', public.french_words(coalesce(summary, ''))), 'B')
      || setweight(to_tsvector('pg_catalog.french', public.french_words(coalesce(course, ''))), 'D')
$$;

create index scenario_words on scenario using gin (scenario_words(title, summary, course));
