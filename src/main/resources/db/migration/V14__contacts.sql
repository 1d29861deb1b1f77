set search_path to desk;

-- Whom to call in a region; such a person needs no account. A number stands once in a region.
create table contact (
    region   varchar(10)  not null references region,
    number   varchar(30)  not null check (number ~ '^\d+$'),
    phone    varchar(30)  not null,
    name     varchar(100) not null,
    position varchar(100) not null,
    place    smallint check (place between 1 and 99),
    primary key (region, number)
);

alter table import_file drop constraint import_file_kind_check;
alter table import_file add constraint import_file_kind_check
    check (kind in ('REGIONS', 'STATIONS', 'BALLOTS', 'DAPIL', 'CANDIDATES', 'OPERATORS', 'CONTACTS'));

-- A report that somebody else entered than the operator of the desa: in which role, and why.
alter table report
    add on_behalf_as     varchar(16) check (on_behalf_as in ('COORDINATOR', 'SUPERVISOR')),
    add on_behalf_reason text,
    add constraint on_behalf_whole check ((on_behalf_as is null) = (on_behalf_reason is null)),
    add constraint on_behalf_sent check (on_behalf_as is null or submitted_by is not null);

alter table inbox_item add on_behalf boolean not null default false;

-- Who has called a desa that has not reported, the last time only; every time stands in the log.
create table village_call (
    election_id bigint      not null references election,
    village     varchar(10) not null references region,
    called_by   varchar(60) not null,
    called_at   timestamptz not null,
    primary key (election_id, village)
);
