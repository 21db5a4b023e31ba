-- What stands below what people answer from the account, in plain text.
alter table account add signature text not null default '';
