set search_path to desk;

-- The recap by append-only deltas. A report's contribution as last counted lies in a row of its own; what changed of it is
-- appended, and folded into sums of every region once a second by one node at a time. Read is always sums plus deltas, in
-- one statement: what was committed, no less and no more.
create table recap_part (
    report_id  uuid primary key references report,
    contest_id bigint      not null references contest,
    station    varchar(13) not null,
    ballot     int         not null, -- the round whose ballot it votes on
    arrived    bigint,               -- in which five minutes since 1970 it came, by the clock of the election
    amounts    jsonb       not null  -- by measure, see id.deskpemilu.recap.Measure
);
create index recap_part_of_station on recap_part (contest_id, station);

-- the collation C orders the measures by letter: those with a number or code in them first, see Measure
create table recap_delta (
    seq        bigint generated always as identity primary key,
    contest_id bigint      not null,
    ballot     int         not null,
    village    varchar(10) not null,
    measure    varchar(16) collate "C" not null,
    amount     bigint      not null check (amount <> 0)
) with (autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_scale_factor = 0);
create index recap_delta_of_region on recap_delta (contest_id, village varchar_pattern_ops);

create function refuse_delta_change() returns trigger language plpgsql as $$
begin
    raise exception 'a delta is folded or left as it is';
end $$;
create trigger append_only before update on recap_delta for each statement execute function refuse_delta_change();

-- every region of every level has its own sums: reading takes no longer with more reports
create table recap_total (
    contest_id bigint      not null references contest,
    region     varchar(10) not null,
    measure    varchar(16) collate "C" not null,
    ballot     int         not null,
    amount     bigint      not null,
    primary key (contest_id, region, measure, ballot)
) with (fillfactor = 70);
create index recap_total_owed on recap_total (contest_id, region varchar_pattern_ops)
    where length(region) = 10 and measure in ('awaited', 'out_votes');

-- stations and voters of every region; changes with imports only
create table recap_place (
    election_id bigint      not null references election,
    region      varchar(10) not null,
    stations    int         not null,
    dpt         bigint      not null,
    unknown     int         not null, -- stations whose DPT is not known
    primary key (election_id, region)
);

-- stations whose DPT was changed: what their reports contribute is counted again with the next fold
create table recap_stale (
    seq         bigint generated always as identity primary key,
    election_id bigint      not null,
    station     varchar(13) not null
);

create function count_stations() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' then
        insert into desk.recap_place
        select election_id, left(code, l), -count(*), -coalesce(sum(dpt_l + dpt_p), 0), -count(*) filter (where dpt_l + dpt_p is null)
        from gone, unnest(array[2, 4, 6, 10]) l group by 1, 2 order by 1, 2
        on conflict (election_id, region) do update
        set stations = recap_place.stations + excluded.stations, dpt = recap_place.dpt + excluded.dpt,
            unknown = recap_place.unknown + excluded.unknown;
    end if;
    if tg_op <> 'DELETE' then
        insert into desk.recap_place
        select election_id, left(code, l), count(*), coalesce(sum(dpt_l + dpt_p), 0), count(*) filter (where dpt_l + dpt_p is null)
        from added, unnest(array[2, 4, 6, 10]) l group by 1, 2 order by 1, 2
        on conflict (election_id, region) do update
        set stations = recap_place.stations + excluded.stations, dpt = recap_place.dpt + excluded.dpt,
            unknown = recap_place.unknown + excluded.unknown;
    end if;
    if tg_op = 'UPDATE' then
        insert into desk.recap_stale (election_id, station)
        select a.election_id, a.code from added a join gone g on g.id = a.id
        where (a.dpt_l, a.dpt_p) is distinct from (g.dpt_l, g.dpt_p);
    end if;
    return null;
end $$;
create trigger counted_inserted after insert on station
    referencing new table as added for each statement execute function count_stations();
create trigger counted_updated after update on station
    referencing old table as gone new table as added for each statement execute function count_stations();
create trigger counted_deleted after delete on station
    referencing old table as gone for each statement execute function count_stations();

insert into recap_place
select election_id, left(code, l), count(*), coalesce(sum(dpt_l + dpt_p), 0), count(*) filter (where dpt_l + dpt_p is null)
from station, unnest(array[2, 4, 6, 10]) l group by 1, 2;

-- what recounts from the reports have found
create table recap_check (
    id          bigint generated always as identity primary key,
    election_id bigint      not null references election,
    at          timestamptz not null,
    wrong       int         not null, -- sums and contributions that differ
    sample      jsonb       not null  -- the first of them
);
create index recap_check_of_election on recap_check (election_id, id);

-- who has waited longest for a verifier
create index report_unverified on report (contest_id, locked_at)
    where current and status not in ('AWAITED', 'APPROVED');
