-- A running import says so every few seconds; one that has gone silent died with its process.
alter table contact_import add alive_at timestamptz;
