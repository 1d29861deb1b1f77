set search_path to desk;

-- the program of the tier below
alter table assignment
    drop constraint assignment_role_check,
    add constraint assignment_role_check check (role in
        ('OPERATOR', 'VERIFIER', 'COORDINATOR', 'SUPERVISOR', 'ADMIN', 'AUDITOR', 'SENDER'));

-- A letter, or its withdrawal, on its way to a receiver. A node takes it for a while; what it does not record in time, because
-- it died, is taken again: the receiver knows the letter by its name.
create table transfer (
    letter       uuid        not null,
    act          varchar(10) not null check (act in ('LETTER', 'WITHDRAWAL')),
    receiver     varchar(40) not null check (receiver ~ '^[a-z0-9][a-z0-9-]*$'),
    channel      varchar(8)  not null check (channel in ('DESK', 'MAIL', 'SFTP', 'DOWNLOAD')),
    state        varchar(9)  not null check (state in ('WAITING', 'FAILED', 'BY_HAND', 'SENT', 'RECEIPTED', 'REFUSED', 'GIVEN_UP')),
    reason       text,                          -- of a withdrawal
    queued_at    timestamptz not null,
    due_at       timestamptz,                   -- null: nothing more is to be sent
    claim        uuid,
    attempts     int         not null default 0,
    tried_at     timestamptz,
    error        varchar(60),
    answer       text,                          -- what the other side said
    sent_at      timestamptz,
    sent_by      varchar(60),                   -- who handed it over, where a person did
    receipt      bytea,                         -- as it came: sealed by the other desk, or a picture of a paper
    receipt_note text,
    receipt_by   varchar(60),                   -- who noted it, where a person did
    receipted_at timestamptz,
    primary key (letter, act, receiver),
    check ((due_at is not null) = (state in ('WAITING', 'FAILED'))),
    check ((sent_at is not null) or state not in ('SENT', 'RECEIPTED')),
    check ((receipted_at is not null) = (state = 'RECEIPTED'))
);
create index transfer_due on transfer (receiver, due_at) where due_at is not null;
