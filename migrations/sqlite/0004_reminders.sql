-- When somebody is to be spoken to unasked, and how they want it.

-- Settings, as JSON; none until the person agreed once.
alter table persons add column reminders text;
-- When something is due to be said next: planned anew with every turn, and stored with it.
alter table persons add column wake_at text;

-- Finding who is due costs what the due ones cost, however many are planned.
create index persons_to_wake on persons (channel, wake_at) where wake_at is not null and unreachable_since is null;
