/** The channel on which an append wakes the consumers. */
export const LOG_CHANNEL = "trame_log";

/**
 * `log.append` locks the rows of the partitions that it writes, always in the same order, until its transaction ends:
 * offsets of a partition become visible in their order, and no consumer can pass over one that commits late.
 */
export const LOG_VERSIONS = [
  `
  create table log.topic (name text primary key, partitions integer not null, compacted boolean not null);
  create table log.partition (
    topic text not null references log.topic,
    partition integer not null,
    next_offset bigint not null default 0,
    primary key (topic, partition)
  );
  create table log.message (
    topic text not null,
    partition integer not null,
    "offset" bigint not null,
    key text not null,
    value bytea,
    headers jsonb not null,
    appended_at timestamptz not null default clock_timestamp(),
    primary key (topic, partition, "offset")
  );
  create index message_key on log.message (topic, partition, key, "offset");
  create table log.consumed (
    group_name text not null,
    topic text not null,
    partition integer not null,
    next_offset bigint not null,
    primary key (group_name, topic, partition)
  );

  create function log.append(topics text[], places integer[], keys text[], payloads bytea[], attributes jsonb[])
  returns void language plpgsql as $$
  declare
    added integer;
  begin
    perform from log.partition p
      where (p.topic, p.partition) in (select * from unnest(topics, places))
      order by p.topic, p.partition for update;
    insert into log.message (topic, partition, "offset", key, value, headers)
      select m.topic, m.partition,
             p.next_offset - 1 + row_number() over (partition by m.topic, m.partition order by m.nth),
             m.key, m.payload, m.headers
        from unnest(topics, places, keys, payloads, attributes) with ordinality
             as m(topic, partition, key, payload, headers, nth)
        join log.partition p on p.topic = m.topic and p.partition = m.partition;
    get diagnostics added = row_count;
    if added <> cardinality(keys) then
      raise exception 'a topic does not exist';
    end if;
    update log.partition p set next_offset = next_offset + m.added
      from (select topic, partition, count(*) as added from unnest(topics, places) as u(topic, partition)
             group by topic, partition) as m
     where p.topic = m.topic and p.partition = m.partition;
    delete from log.message old
      using (select m.topic, m.partition, m.key, max(m."offset") as newest
               from log.message m join log.topic t on t.name = m.topic and t.compacted
              where (m.topic, m.partition, m.key) in (select * from unnest(topics, places, keys))
              group by m.topic, m.partition, m.key) as kept
     where old.topic = kept.topic and old.partition = kept.partition and old.key = kept.key
       and old."offset" < kept.newest;
    perform pg_notify('${LOG_CHANNEL}', '');
  end $$;
  `,
];
