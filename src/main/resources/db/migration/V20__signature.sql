set search_path to desk;

-- The key with which all nodes sign where no key file is set: made once, worth nothing outside a rehearsal.
create table agency_key (
    only_one    boolean primary key default true check (only_one),
    private_key bytea       not null, -- PKCS#8
    certificate bytea       not null, -- X.509
    made_at     timestamptz not null
);

-- What is known of asking a signing service for a letter, kept although the transaction that asked is rolled back: a second
-- click must not sign twice. No NIK and no passphrase is in it. Rows are thrown away after two days.
create table signing_attempt (
    letter     uuid primary key,
    pdf_sha256 char(64)    not null, -- of the file to sign
    signer     text        not null,
    until      timestamptz not null, -- nobody else asks before
    unknown    boolean     not null default false, -- whether the service has signed
    document   text,                 -- the service's name for the signed file
    signed     bytea
);
