set search_path to desk;

-- the kecamatan's coordinator, who calls the desa that are silent
alter table assignment
    drop constraint assignment_role_check,
    add constraint assignment_role_check check (role in
        ('OPERATOR', 'VERIFIER', 'COORDINATOR', 'SUPERVISOR', 'ADMIN', 'AUDITOR'));

-- What the clock of a rehearsal shows: from real_from on it shows shown_from and runs speed times as fast as the real one.
create table rehearsal_clock (
    election_id bigint           not null references election,
    real_from   timestamptz      not null,
    shown_from  timestamptz      not null,
    speed       double precision not null check (speed between 0 and 3600),
    set_by      varchar(60)      not null,
    primary key (election_id, real_from)
);
