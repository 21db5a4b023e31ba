-- So much of an account's hour and day, in percent, campaigns leave to people: a reply need not wait behind a campaign.
alter table account add column people_share smallint not null default 10 check (people_share between 0 and 50);
