-- More limits of an account: rolling windows of an hour and a day, the hours in which it sends, and a slow start.
alter table account
    add column per_hour int,
    add column per_day int,
    add column window_days text[],   -- mon … sun; null: it sends at any time
    add column window_from time,
    add column window_to time,       -- not after window_from: it ends on the next day
    add column window_zone text,     -- IANA name
    add column ramp_start int,       -- so many on the first day of sending
    add column ramp_factor double precision,
    add column ramp_since timestamptz, -- when the ramp was switched on: an older day of it is forgotten
    add check ((window_days is null) = (window_from is null) and (window_from is null) = (window_to is null)
               and (window_to is null) = (window_zone is null)),
    add check ((ramp_start is null) = (ramp_factor is null) and (ramp_start is null or per_day is not null));

-- What a worker has learned of its account and must not forget over a restart; written when it changes, which is rare.
create table account_pace (
    account_id bigint primary key,
    workspace_id bigint not null,
    ramp_day int,                    -- days of sending since the ramp began; idle days do not count
    ramp_at timestamptz,             -- when the present one began
    rate double precision,           -- learned ceiling, messages a minute, as it was at rate_at
    rate_normal double precision,    -- what it recovers to
    rate_at timestamptz,
    rate_reason text,
    rate_detail text,
    rest_reason text,                -- the account rests until then
    rest_detail text,
    rest_times int,
    rest_until timestamptz
);
