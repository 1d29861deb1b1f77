set search_path to desk;

-- An import between its preview and its end; first passwords are never kept.
create table import_batch (
    id          uuid primary key,
    election_id bigint      not null references election,
    uploaded_by varchar(60) not null,
    uploaded_at timestamptz not null,
    state       varchar(16) not null check (state in ('PREVIEWED', 'RUNNING', 'DONE', 'FAILED')),
    done        int         not null default 0,
    total       int         not null default 0,
    message     varchar(60),
    counts      jsonb,
    touched_at  timestamptz not null
);
create index import_batch_of_election on import_batch (election_id, uploaded_at);

-- The files are dropped once they are applied: they hold telephone numbers.
create table import_file (
    batch_id uuid        not null references import_batch on delete cascade,
    kind     varchar(16) not null check (kind in ('REGIONS', 'STATIONS', 'BALLOTS', 'OPERATORS')),
    content  bytea       not null,
    primary key (batch_id, kind)
);
