set search_path to desk;

-- Photos of C.Hasil. A photo is never deleted: it is replaced by a newer version of its page, moved to the report that it
-- belongs to, or marked as withdrawn with a reason.
create table photo (
    id               uuid primary key,
    report_id        uuid        not null references report,
    page             int         not null check (page between 1 and 99),
    version          int         not null check (version > 0),
    received_sha256  char(64)    not null,
    stored_sha256    char(64)    not null,
    thumbnail_sha256 char(64)    not null,
    fingerprint      bigint      not null,
    bands            int[]       not null, -- the four quarters of the fingerprint: near ones share at least one
    width            int         not null,
    height           int         not null,
    size             int         not null,
    uploaded_by      varchar(60) not null,
    uploaded_at      timestamptz not null,
    withdrawn_by     varchar(60),
    withdrawn_at     timestamptz,
    withdrawn_reason text,
    unique (report_id, page, version),
    check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_reason is null))
);
create index photo_by_bands on photo using gin (bands);

-- Pairs of photos that show the same, or nearly; written in both directions.
create table photo_twin (
    photo_id uuid not null references photo,
    other_id uuid not null references photo,
    distance int  not null check (distance >= 0),
    exact    boolean not null,
    primary key (photo_id, other_id)
);

create table photo_move (
    photo_id    uuid        not null references photo,
    from_report uuid        not null references report,
    to_report   uuid        not null references report,
    moved_by    varchar(60) not null,
    moved_at    timestamptz not null,
    reason      text        not null,
    check (from_report <> to_report)
);
create index photo_move_of_photo on photo_move (photo_id);
create index photo_move_from_report on photo_move (from_report);

-- The pictures themselves, where the database is the store of photos.
create table photo_content (
    sha256  char(64) primary key,
    content bytea not null
);

-- An upload between its first and its last piece; dropped when it ends or is left for too long.
create table photo_upload (
    id         uuid primary key,
    report_id  uuid        not null references report,
    page       int         not null,
    sha256     char(64)    not null,
    size       int         not null,
    received   int         not null default 0,
    started_by varchar(60) not null,
    touched_at timestamptz not null,
    unique (report_id, page, sha256, started_by)
);
create index photo_upload_by_age on photo_upload (touched_at);

create table photo_piece (
    upload_id uuid  not null references photo_upload on delete cascade,
    at        int   not null,
    content   bytea not null,
    primary key (upload_id, at)
);

create function refuse_photo_change() returns trigger language plpgsql as $$
begin
    raise exception 'photos are never deleted and never changed';
end $$;
create trigger never_deleted before delete or truncate on photo for each statement execute function refuse_photo_change();
create trigger never_changed before update of id, received_sha256, stored_sha256, thumbnail_sha256, fingerprint, bands,
    width, height, size, uploaded_by, uploaded_at on photo for each statement execute function refuse_photo_change();
create trigger append_only before update or delete or truncate on photo_move for each statement execute function refuse_photo_change();
create trigger append_only before update or delete or truncate on photo_content for each statement execute function refuse_photo_change();
