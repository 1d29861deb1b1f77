set search_path to desk;

-- How many messages a channel may still send at this moment, for all nodes together: a bucket that fills with time. Whoever
-- holds the row takes from the outbox; another node leaves the channel to it.
create table delivery_pace (
    channel varchar(8)       primary key check (channel in ('PUSH', 'EMAIL', 'CHAT', 'WEBHOOK')),
    free    double precision not null check (free >= 0),
    at      timestamptz      not null
);
