-- A person tells their filings apart by number, from 1.

alter table filings add column number integer not null default 1;

create unique index filings_by_number on filings (person, number);

drop index filings_by_person;
