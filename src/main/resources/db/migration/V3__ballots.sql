set search_path to desk;

-- A dapil of a contest that votes on party lists.
create table dapil (
    contest_id bigint      not null references contest on delete cascade,
    code       varchar(20) not null check (code ~ '^[0-9A-Za-z.-]+$'),
    name       text        not null,
    primary key (contest_id, code)
);

-- A desa lies in one dapil of a contest; the desa of one kecamatan may lie in several.
create table dapil_village (
    contest_id bigint      not null,
    village    varchar(10) not null references region check (length(village) = 10),
    dapil      varchar(20) not null,
    primary key (contest_id, village),
    foreign key (contest_id, dapil) references dapil (contest_id, code) on delete cascade
);
create index dapil_village_of_dapil on dapil_village (contest_id, dapil);

-- The list of a party in a dapil; another round may be held with another ballot.
create table candidate (
    contest_id bigint      not null,
    dapil      varchar(20) not null,
    round      int         not null default 1 check (round > 0),
    party      int         not null check (party between 1 and 99),
    number     int         not null check (number between 1 and 99),
    name       text        not null,
    primary key (contest_id, dapil, round, party, number),
    foreign key (contest_id, dapil) references dapil (contest_id, code) on delete cascade
);

alter table import_file drop constraint import_file_kind_check;
alter table import_file add constraint import_file_kind_check
    check (kind in ('REGIONS', 'STATIONS', 'BALLOTS', 'DAPIL', 'CANDIDATES', 'OPERATORS'));
