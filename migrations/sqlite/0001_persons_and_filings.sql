-- A person, as a channel knows them, and their filings. A person may keep several; one is the current one.

create table persons (
    id integer primary key,
    channel text not null,
    address text not null,
    language text not null,
    current_filing integer references filings (id) on delete set null,
    created_at text not null,
    seen_at text not null,
    unique (channel, address)
) strict;

create table filings (
    id integer primary key,
    person integer not null references persons (id) on delete cascade,
    schema_version integer not null,
    -- What was said and where the conversation stands, as JSON: see src/dialogue/stored.rs.
    state text not null,
    -- Grows by one with each change: a change made from an older state is refused.
    revision integer not null,
    created_at text not null,
    updated_at text not null
) strict;

create index filings_by_person on filings (person);
