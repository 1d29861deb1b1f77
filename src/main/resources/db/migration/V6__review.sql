set search_path to desk;

-- The review as the desks practise it: read blind, disputed, decided, kept as written, opened again.
alter table report
    add blind_check  boolean not null default false,
    add inconsistent boolean not null default false,
    add review_began timestamptz,
    drop constraint report_status_check,
    add constraint report_status_check check (status in
        ('AWAITED', 'SUBMITTED', 'LOCKED', 'CORRECTION_REQUESTED', 'DISPUTED', 'CORRECTION_CONFIRMED', 'RECHECK',
         'APPROVED', 'REOPENED'));

-- a reopened report keeps who approved it, in case it is closed as it was
do $$
declare
    equal_to_approved text := (select conname from pg_constraint
                               where conrelid = 'desk.report'::regclass and pg_get_constraintdef(oid) like '%APPROVED%approved_by IS NOT NULL%');
begin
    execute format('alter table report drop constraint %I', equal_to_approved);
end $$;
alter table report add constraint approved_by_somebody
    check ((status in ('APPROVED', 'REOPENED')) = (approved_by is not null));

update report r set inconsistent = true where exists (select from unnest(r.findings) code where code like 'H%');

alter table correction drop constraint correction_state_check;
update correction set state = 'DISPUTED' where state = 'DECLINED';
alter table correction
    add spot       jsonb,
    add answer_by  timestamptz,
    add decided_by varchar(60),
    add decided_at timestamptz,
    add decision   text,
    add constraint correction_state_check check (state in
        ('REQUESTED', 'CONFIRMED', 'AS_WRITTEN', 'DISPUTED', 'OVERDUE', 'UPHELD', 'REJECTED', 'APPLIED')),
    add constraint decided_by_another check (decided_by <> requested_by),
    add constraint decided_by_no_operator check (decided_by <> answered_by);
update correction set answer_by = requested_at where answer_by is null;
alter table correction alter answer_by set not null;

create table blind_check (
    report_id uuid        not null references report,
    number    int         not null check (number > 0),
    revision  int         not null,
    verifier  varchar(60) not null,
    at        timestamptz not null,
    keyed     jsonb       not null,
    differing jsonb       not null,
    primary key (report_id, number)
);
create trigger append_only before update or delete or truncate on blind_check for each statement execute function refuse_change();

create table reopening (
    report_id    uuid        not null references report,
    number       int         not null check (number > 0),
    state        varchar(16) not null check (state in ('REQUESTED', 'REFUSED', 'GRANTED', 'USED', 'CLOSED')),
    cause        varchar(16) not null check (cause in ('MISREAD', 'FORM_CORRECTED', 'WRONG_STATION', 'ORDERED', 'OTHER')),
    reason       text        not null,
    requested_by varchar(60) not null,
    requested_at timestamptz not null,
    decided_by   varchar(60),
    decided_at   timestamptz,
    comment      text,
    closes_at    timestamptz,
    closed_at    timestamptz,
    primary key (report_id, number),
    check (decided_by <> requested_by),
    check ((state = 'REQUESTED') = (decided_by is null))
);

-- which approved reports somebody wants opened again, and which stand as the form has them
create index report_as_written on report (contest_id, station varchar_pattern_ops) where inconsistent;
create index reopening_asked on reopening (report_id) where state = 'REQUESTED';
