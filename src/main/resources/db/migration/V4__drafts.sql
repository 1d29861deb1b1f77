set search_path to desk;

-- What an operator has typed and not sent. It is never counted, and nobody else sees it.
create table draft (
    report_id    uuid         not null references report,
    username     varchar(60)  not null,
    key          varchar(100) not null, -- names the attempt to send it, see submission_key
    figures      jsonb        not null, -- the texts in the boxes that are not empty, whatever they are
    explanations jsonb        not null,
    boxes        int          not null, -- how many boxes the form has
    saved_at     timestamptz  not null,
    primary key (report_id, username)
);
