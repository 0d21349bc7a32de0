-- CreateTable
CREATE TABLE "harvest_record" (
    "scenarioId" TEXT NOT NULL,
    "stamp" TIMESTAMPTZ(0) NOT NULL,
    "deleted" BOOLEAN NOT NULL,
    "sets" TEXT[],

    CONSTRAINT "harvest_record_pkey" PRIMARY KEY ("scenarioId")
);

-- CreateIndex
CREATE INDEX "harvest_record_stamp_scenarioId_idx" ON "harvest_record"("stamp", "scenarioId");

-- CreateIndex
CREATE INDEX "harvest_record_sets_idx" ON "harvest_record" USING GIN ("sets");

-- A harvester that comes back with the time of our answer must find all that was committed since. So stamps follow the
-- order of commits: they are given at the very end of a transaction, under a lock that is held until it has committed,
-- and whoever answers takes the same lock, shared, before it reads the time. At that point every row lock is taken
-- already, so this lock comes last in every transaction and cannot be part of a deadlock.
create function harvest_sets(s scenario) returns text[] language sql immutable parallel safe as
$$
  select array(select 'discipline:' || code from unnest(s."disciplineCodes") as code)
      || array(select 'academie:' || code from unnest(s."academyCodes") as code)
      || array(select 'niveau:' || regexp_replace(uri, '^.*/', '') from unnest(s.levels) as uri)
      || array['campagne:' || s."campaignId", 'theme:' || s."themeId"]
$$;

create function tell_harvesters() returns trigger language plpgsql as
$$
begin
  perform pg_advisory_xact_lock(hashtextextended('harvest', 0));
  insert into harvest_record ("scenarioId", stamp, deleted, sets)
  values (new.id, date_trunc('second', clock_timestamp()), new.state = 'WITHDRAWN', harvest_sets(new))
  on conflict ("scenarioId") do update
    set stamp = excluded.stamp, deleted = excluded.deleted, sets = excluded.sets;
  return null;
end
$$;

create constraint trigger tell_harvesters_of_new after insert on scenario
  deferrable initially deferred for each row
  when (new.state in ('PUBLISHED', 'WITHDRAWN'))
  execute function tell_harvesters();

-- Every correction of a published scenario is a version; an erased author and an indexing are told besides.
create constraint trigger tell_harvesters_of_change after update on scenario
  deferrable initially deferred for each row
  when (new.state in ('PUBLISHED', 'WITHDRAWN')
    and (new.state, new."versionNumber", new.slug, new.authors, new."openAddress", new.edubase)
      is distinct from (old.state, old."versionNumber", old.slug, old.authors, old."openAddress", old.edubase))
  execute function tell_harvesters();

-- A record names its theme, its academies and its disciplines: when one gets another name, its records have changed.
create function tell_harvesters_of_name() returns trigger language plpgsql as
$$
begin
  perform pg_advisory_xact_lock(hashtextextended('harvest', 0));
  update harvest_record
     set stamp = date_trunc('second', clock_timestamp())
   where not deleted and sets @> array[tg_argv[0] || ':' || (to_jsonb(new) ->> tg_argv[1])];
  return null;
end
$$;

create constraint trigger tell_harvesters_of_name after update on theme
  deferrable initially deferred for each row when (new.title is distinct from old.title)
  execute function tell_harvesters_of_name('theme', 'id');

create constraint trigger tell_harvesters_of_name after update on academy
  deferrable initially deferred for each row when (new.label is distinct from old.label)
  execute function tell_harvesters_of_name('academie', 'code');

create constraint trigger tell_harvesters_of_name after update on discipline
  deferrable initially deferred for each row when (new.label is distinct from old.label)
  execute function tell_harvesters_of_name('discipline', 'code');

insert into harvest_record ("scenarioId", stamp, deleted, sets)
select s.id, date_trunc('second', clock_timestamp()), s.state = 'WITHDRAWN', harvest_sets(s)
  from scenario s
 where s.state in ('PUBLISHED', 'WITHDRAWN');
