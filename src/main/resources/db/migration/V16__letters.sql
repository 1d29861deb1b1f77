set search_path to desk;

-- A letter of the desk: planned for an hour, frozen, signed, sent. Never deleted.
create table letter (
    id               uuid primary key,
    election_id      bigint      not null references election,
    region           varchar(10) not null references region,
    kind             varchar(8)  not null check (kind in ('FULL', 'FLASH')),
    cut_at           timestamptz not null, -- by the clock of the election
    planned          boolean     not null, -- by the plan of the evening, not by a person
    status           varchar(12) not null check (status in ('PLANNED', 'DRAFT', 'SIGNED', 'SENT', 'RECEIPTED', 'DROPPED')),
    situation        text        not null default '',
    problems         text        not null default '',
    suggestions      text        not null default '',
    number           varchar(80) unique,
    dated            date,
    signing_since    timestamptz, -- somebody is signing it at this moment
    signed_by        varchar(60),
    signatory        text,        -- the name under the letter
    signed_at        timestamptz,
    sent_at          timestamptz,
    receipted_at     timestamptz,
    superseded_by    uuid references letter,
    withdrawn_at     timestamptz,
    withdrawn_by     varchar(60),
    withdrawn_reason text,
    version          int         not null default 0,
    check ((status in ('SIGNED', 'SENT', 'RECEIPTED')) = (signed_at is not null)),
    check (signed_at is null or number is not null and dated is not null),
    check ((withdrawn_at is null) = (withdrawn_reason is null)),
    check (superseded_by <> id)
);
create index letter_of_election on letter (election_id, region varchar_pattern_ops, cut_at);
create unique index letter_of_plan on letter (election_id, region, kind, cut_at) where planned;

-- The figures as they were frozen. Frozen anew while it is a draft: a further number; the last one counts.
create table letter_snapshot (
    letter_id uuid        not null references letter,
    number    int         not null,
    at        timestamptz not null,
    json      bytea       not null,
    sha256    char(64)    not null,
    primary key (letter_id, number)
);
create trigger append_only before update or delete or truncate on letter_snapshot for each statement execute function refuse_change();

-- The signed file, as its receivers have it.
create table letter_file (
    letter_id uuid primary key references letter,
    pdf       bytea    not null,
    sha256    char(64) not null
);
create trigger append_only before update or delete or truncate on letter_file for each statement execute function refuse_change();

-- What a draft looks like; made anew when it changes.
create table letter_draft (
    letter_id uuid primary key references letter,
    pdf       bytea    not null,
    code      char(64) not null -- of what it was printed from
);

-- The running numbers of an office, one after the other without a gap among the signed.
create table letter_number (
    office varchar(10) not null,
    year   int         not null,
    last   int         not null,
    primary key (office, year)
);
