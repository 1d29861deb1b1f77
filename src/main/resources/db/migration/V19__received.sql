set search_path to desk;

-- From whom letters are taken: for each region the account of the program that sends, and the certificates that count.
create table sender (
    region           varchar(10)  primary key references region,
    name             varchar(200) not null,
    username         varchar(60)  not null,
    certificate      char(64) check (certificate ~ '^[0-9a-f]{64}$'), -- of who signs; null: one that leads to a trusted one
    seal_certificate char(64) check (seal_certificate ~ '^[0-9a-f]{64}$'), -- of what the other desk seals; null: not compared
    registered_by    varchar(60)  not null,
    registered_at    timestamptz  not null
);
create index sender_of_account on sender (username);

create table received_letter (
    id              uuid primary key,
    election_id     bigint       not null references election,
    region          varchar(10)  not null references sender,
    kind            varchar(8)   not null check (kind in ('FULL', 'FLASH')),
    number          varchar(120) not null,
    frozen_at       timestamptz  not null,
    shown_at        timestamptz  not null,
    stations        int          not null,
    reported        int          not null,
    file_sha256     char(64)     not null,
    snapshot_sha256 char(64)     not null,
    signer          text         not null,
    certificate     char(64)     not null,
    trust           varchar(10)  not null check (trust in ('TRUSTED', 'REGISTERED')),
    signed_at       timestamptz,
    sender          varchar(60)  not null,
    received_at     timestamptz  not null,
    receipt         bytea        not null,
    superseded_by   uuid references received_letter,
    withdrawn_at    timestamptz,
    withdrawal_reason text,
    withdrawal      bytea,
    review          varchar(10) check (review in ('CHECKED', 'QUESTIONED')),
    review_note     text,
    reviewed_by     varchar(60),
    reviewed_at     timestamptz,
    check ((withdrawn_at is null) = (withdrawal is null)),
    check ((review is null) = (reviewed_at is null))
);
create index received_letter_of_region on received_letter (election_id, region, frozen_at desc, number desc);

-- the bytes apart: no list reads them
create table received_file (
    letter   uuid primary key references received_letter,
    pdf      bytea not null,
    snapshot bytea not null
);

create table refused_letter (
    id          bigint generated always as identity primary key,
    at          timestamptz not null,
    sender      varchar(60) not null,
    letter      uuid        not null,
    region      varchar(10) not null, -- the sender's own, whatever the letter says
    code        varchar(40) not null,
    file_sha256 char(64)    not null
);
create index refused_letter_of_region on refused_letter (region varchar_pattern_ops, at desc);
