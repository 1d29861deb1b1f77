set search_path to desk;

-- A later round of a contest: named stations vote, or their ballots are counted, again. The first round is the contest
-- itself and has no row here.
create table round (
    contest_id  bigint      not null references contest,
    number      int         not null check (number > 1),
    kind        varchar(8)  not null check (kind in ('PSU', 'PSS', 'PSL', 'PUSS')),
    held_on     date        not null,
    reason      text        not null,
    ballot      int         not null check (ballot between 1 and number), -- the round whose ballot it votes on
    opened_by   varchar(60) not null,
    opened_at   timestamptz not null,
    finished_at timestamptz, -- empty while its cases are being begun
    primary key (contest_id, number)
);
create index round_unfinished on round (contest_id) where finished_at is null;

create table round_station (
    contest_id bigint      not null,
    round      int         not null,
    station    varchar(13) not null check (station ~ '^\d{13}$'),
    primary key (contest_id, round, station),
    foreign key (contest_id, round) references round
);

alter table choice
    add column round int not null default 1 check (round > 0),
    drop constraint choice_pkey,
    add primary key (contest_id, round, number);

-- One report per TPS, contest and round; one of them counts.
alter table report
    add column round   int     not null default 1 check (round > 0),
    add column current boolean not null default true,
    drop constraint report_contest_id_station_key,
    add unique (contest_id, station, round);
create unique index report_current on report (contest_id, station) where current;

drop index report_by_station, report_apart, report_by_status;
create index report_by_station on report (station varchar_pattern_ops, contest_id) where current;
create index report_apart on report (contest_id, station varchar_pattern_ops)
    where current and second_look and status <> 'APPROVED';
create index report_by_status on report (contest_id, status, station varchar_pattern_ops) where current;
