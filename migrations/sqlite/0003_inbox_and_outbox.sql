-- What arrived from channels and what is to be sent to them, so that nothing is lost and nothing is said twice.

-- A person who cannot be reached, because they blocked the assistant, gets nothing until they come back.
alter table persons add column unreachable_since text;

-- Updates that were taken: unique by their number on the channel.
create table inbox (
    channel text not null,
    update_id integer not null,
    received_at text not null,
    -- Of an update that waits, only: whose it is, and what of it is used. Gone once it is handled.
    address text,
    payload text,
    -- Why it could not be handled. Such an update is kept for whoever looks into it.
    failure text,
    primary key (channel, update_id)
) strict, without rowid;

create index inbox_waiting on inbox (channel, address) where payload is not null;

create table outbox (
    -- The order of sending.
    id integer primary key,
    channel text not null,
    -- Where it goes: messages to one chat keep their order.
    chat text not null,
    person integer references persons (id) on delete cascade,
    -- The call of the channel, as JSON.
    payload text not null,
    -- A reminder whose fate is unknown is not sent again; a reply is.
    at_most_once integer not null default 0,
    created_at text not null,
    -- The call was begun: what is found so after a stop has an unknown fate.
    begun_at text,
    not_before text,
    -- Why it was given up.
    parked_because text
) strict;

create index outbox_by_person on outbox (person);
-- Sessions that no program could read: kept for whoever looks into them.

create table unreadable_filings (
    id integer primary key,
    person integer not null references persons (id) on delete cascade,
    schema_version integer not null,
    state text not null,
    reason text not null,
    found_at text not null
) strict;

create index unreadable_filings_by_person on unreadable_filings (person);

-- Secrets and numbers of the service itself.
create table service (
    name text primary key,
    value text not null
) strict, without rowid;
