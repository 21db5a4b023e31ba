-- Whether a node has ever kept a witness of this installation: from then on a start without one is a copy.
alter table instance add witnessed boolean not null default false;
