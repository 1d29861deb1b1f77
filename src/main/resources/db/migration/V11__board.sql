set search_path to desk;

-- The map of a region's parts: the outlines of the kecamatan of a kabupaten, or of the desa of a kecamatan. They belong
-- to the regions, not to an election. A draft was uploaded and waits to be looked at.
create table map (
    region      varchar(10) not null references region check (length(region) in (4, 6)),
    draft       boolean     not null,
    height      int         not null check (height > 0), -- of the box; it is 1000 wide
    file        text        not null,
    uploaded_by varchar(60) not null,
    uploaded_at timestamptz not null,
    primary key (region, draft)
);

create table map_shape (
    region varchar(10) not null,
    draft  boolean     not null,
    part   varchar(10) not null references region,
    path   text        not null, -- of SVG
    x      int         not null, -- of the label
    y      int         not null,
    primary key (region, draft, part),
    foreign key (region, draft) references map on update cascade on delete cascade
);

-- A link for the beamer: whoever has the token sees one region of one election and nothing else. Only the hash of the
-- token is kept.
create table wall_link (
    id         uuid primary key,
    token_hash char(64)     not null unique,
    name       varchar(80)  not null,
    election_id bigint      not null references election,
    region     varchar(10)  not null references region,
    created_by varchar(60)  not null,
    created_at timestamptz  not null,
    expires_at timestamptz  not null check (expires_at > created_at),
    revoked_by varchar(60),
    revoked_at timestamptz,
    check ((revoked_by is null) = (revoked_at is null))
);
create index wall_link_region on wall_link (region varchar_pattern_ops, created_at);
