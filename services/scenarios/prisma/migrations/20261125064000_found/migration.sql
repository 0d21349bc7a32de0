create extension if not exists pg_trgm with schema public;

-- CreateTable
CREATE TABLE "scenario_search" (
    "scenarioId" TEXT NOT NULL,
    "listedAt" TIMESTAMPTZ(3) NOT NULL,
    "titleKey" TEXT NOT NULL,
    "progressivityRank" INTEGER NOT NULL,
    "facets" TEXT[],
    "words" tsvector NOT NULL,
    "part" SMALLINT NOT NULL,

    CONSTRAINT "scenario_search_pkey" PRIMARY KEY ("scenarioId")
);

-- CreateTable
CREATE TABLE "search_word" (
    "stem" TEXT NOT NULL,
    "word" TEXT NOT NULL,
    "plain" TEXT NOT NULL,

    CONSTRAINT "search_word_pkey" PRIMARY KEY ("stem")
);

-- CreateIndex
CREATE INDEX "scenario_search_listedAt_scenarioId_idx" ON "scenario_search"("listedAt", "scenarioId");

-- CreateIndex
CREATE INDEX "scenario_search_titleKey_scenarioId_idx" ON "scenario_search"("titleKey", "scenarioId");

-- CreateIndex
CREATE INDEX "scenario_search_progressivityRank_titleKey_scenarioId_idx" ON "scenario_search"("progressivityRank", "titleKey", "scenarioId");

-- CreateIndex
CREATE INDEX "scenario_search_facets_idx" ON "scenario_search" USING GIN ("facets");

-- Expressions, which Prisma does not see: it has no name for these classes of operators.
create index scenario_search_words on scenario_search using gin ((words || ''::tsvector));
create index search_word_plain on search_word using gin ((plain || '') public.gin_trgm_ops);

create function search_facets(s scenario) returns text[] language sql immutable parallel safe as
$$
  select array(select 'discipline:' || code from unnest(s."disciplineCodes") as code)
      || array(select 'academie:' || code from unnest(s."academyCodes") as code)
      || array(select 'niveau:' || uri from unnest(s.levels) as uri)
      || array(select 'competence:' || code from unnest(s.competences) as code)
      || array(select distinct 'outil:' || btrim(service ->> 'name') from jsonb_array_elements(s."digitalServices") as service)
      || array['theme:' || s."themeId", 'campagne:' || s."campaignId"]
      || case when s.progressivity is null then '{}' else array['progressivite:' || s.progressivity] end
      || case when s.licence is null then '{}' else array['licence:' || s.licence] end
$$;

create function search_words(s scenario) returns tsvector language sql immutable parallel safe as
$$
  select setweight(to_tsvector('pg_catalog.french', public.french_words(s.title)), 'A')
      || setweight(to_tsvector('pg_catalog.french', public.french_words(s.summary)), 'B')
      || setweight(to_tsvector('pg_catalog.french', public.french_words(s.objectives || ' ' || s.tools)), 'C')
      || setweight(to_tsvector('pg_catalog.french', public.french_words(s.course)), 'D')
$$;

create function search_part(id text) returns smallint language sql immutable parallel safe as
$$ select (hashtext(id) & 15)::smallint $$;

create function keep_found() returns trigger language plpgsql as
$$
begin
  if new.state <> 'PUBLISHED' then
    delete from scenario_search where "scenarioId" = new.id;
    return null;
  end if;
  insert into scenario_search ("scenarioId", "listedAt", "titleKey", "progressivityRank", facets, words, part)
  values (new.id, new."listedAt", new."titleKey", new."progressivityRank", search_facets(new), search_words(new),
          search_part(new.id))
  on conflict ("scenarioId") do update
    set "listedAt" = excluded."listedAt", "titleKey" = excluded."titleKey", facets = excluded.facets,
        "progressivityRank" = excluded."progressivityRank", words = excluded.words;
  insert into search_word (stem, word, plain)
  select distinct on (stem) stem, word, plain from search_words_of(new.title || ' ' || new.summary || ' ' || new.course)
   order by stem, word
  on conflict (stem) do nothing;
  return null;
end
$$;

-- Ordered by their stem: two writers meet the same words in the same order. A database whose locale is C knows letters
-- and capitals of ASCII only: words are what stands between blanks and signs, and are folded before they are lowered.
create function search_words_of(written text) returns table (stem text, word text, plain text)
  language sql stable parallel safe as
$$
  select (ts_lexize('pg_catalog.french_stem', folded.plain))[1], folded.word, folded.plain
    from (select distinct lower(match[1]) as word, lower(public.french_words(match[1])) as plain
            from regexp_matches(written, '[^[:space:][:punct:][:digit:]«»’‘“”…–—•·]{4,40}', 'g') as match) as folded
   where cardinality(ts_lexize('pg_catalog.french_stem', folded.plain)) = 1
$$;

create trigger keep_found_of_new after insert on scenario
  for each row when (new.state = 'PUBLISHED') execute function keep_found();

create trigger keep_found_of_change after update on scenario
  for each row
  when ((new.state, new."versionNumber", new."listedAt", new."digitalServices")
    is distinct from (old.state, old."versionNumber", old."listedAt", old."digitalServices"))
  execute function keep_found();

insert into scenario_search ("scenarioId", "listedAt", "titleKey", "progressivityRank", facets, words, part)
select s.id, s."listedAt", s."titleKey", s."progressivityRank", search_facets(s), search_words(s), search_part(s.id)
  from scenario s
 where s.state = 'PUBLISHED';

insert into search_word (stem, word, plain)
select distinct on (found.stem) found.stem, found.word, found.plain
  from scenario s, search_words_of(s.title || ' ' || s.summary || ' ' || s.course) as found
 where s.state = 'PUBLISHED'
 order by found.stem, found.word;
