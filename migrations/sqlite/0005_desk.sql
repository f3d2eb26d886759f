-- The support desk: who was invited by whom, and what people take over when the assistant cannot help.

-- What invitations name: a campaign, or an agent. Links carry the number alone.
create table campaigns (
    id integer primary key,
    name text not null unique,
    created_at text not null
) strict;

-- By whose invitation the person came first.
alter table persons add column campaign integer references campaigns (id) on delete set null;

create table cases (
    -- Never used twice: what is written elsewhere of a case that is gone must not be taken for another one's.
    id integer primary key autoincrement,
    person integer not null references persons (id) on delete cascade,
    -- Why it was handed over, by name.
    reason text not null,
    opened_at text not null,
    -- None while it is open.
    closed_at text,
    closed_because text,
    -- The agent who took it, by the number that the channel knows them by.
    taken_by integer,
    first_reply_at text,
    -- Since when the person waits for an answer.
    waiting_since text,
    -- When the group is to be told that nobody answers.
    raise_at text,
    raised integer not null default 0,
    tags text not null default '[]',
    -- From 1 to 5.
    rating integer,
    -- Where it stands in the group: a topic, or the message that begins its thread. None until the channel has told.
    topic integer,
    root integer
) strict;

create unique index cases_open on cases (person) where closed_at is null;
create index cases_by_person on cases (person);
create index cases_by_topic on cases (topic) where topic is not null;
create index cases_to_raise on cases (raise_at) where raise_at is not null;

-- Which message of the person is which one in the group, so that answers and changes find their place.
create table relayed (
    desk_case integer not null references cases (id) on delete cascade,
    -- Its number in the group.
    there integer not null,
    -- Its number in the person's chat; none where it has no counterpart.
    here integer,
    primary key (there)
) strict, without rowid;

create index relayed_by_case on relayed (desk_case, here);

-- Calls for a case that has no place in the group yet, or none any more, wait for it.
alter table outbox add column desk_case integer references cases (id) on delete cascade;
alter table outbox add column waits_for_place integer not null default 0;
create index outbox_by_case on outbox (desk_case) where desk_case is not null;

-- Who of the staff did what and when; and who tried to without being of the staff.
create table audit (
    id integer primary key,
    at text not null,
    staff integer not null,
    what text not null,
    -- The number of a case, which may be gone.
    desk_case integer,
    -- What it was about; goes with the case.
    detail text
) strict;

create index audit_by_case on audit (desk_case) where desk_case is not null;

-- What people say is wrong of a rule: no text of theirs, and nothing that tells whose it is.
create table reports (
    id integer primary key,
    at text not null,
    rule text not null,
    -- The answers that are no text, as JSON.
    profile text not null,
    -- Whether those who keep the rules were told.
    told integer not null default 0
) strict;

-- What is counted: no person stands behind a number.
create table figures (
    day text not null,
    -- 0 where nobody invited.
    campaign integer not null,
    what text not null,
    detail text not null,
    count integer not null,
    primary key (day, campaign, what, detail)
) strict, without rowid;

-- Answers that were not understood, masked: they may become vocabulary, and go with their person.
create table not_understood (
    id integer primary key,
    person integer not null references persons (id) on delete cascade,
    at text not null,
    field text,
    said text not null
) strict;

create index not_understood_by_person on not_understood (person);
