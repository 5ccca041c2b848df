-- Finding events by time and by person. Events have no index on times that would find a moment among millions: their ids
-- and their places in a chain are in order of time, all but a few seconds, and are searched by halves.

-- An event from which on all are at least as new as `p_at`, but for those whose transaction took long.
create or replace function keypad_event_at(p_at timestamptz) returns bigint language plpgsql stable strict as $$
declare
  low bigint := (select greatest(min(e.id), 0) from events e where e.id >= 0);
  high bigint := (select max(e.id) from events e);
  middle bigint;
  found record;
begin
  while low < high loop
    middle := low + (high - low) / 2;
    select e.id, e.at into found from events e where e.id >= middle order by e.id limit 1;
    if found.at < p_at then
      low := found.id + 1;
    else
      high := middle;
    end if;
  end loop;
  return low;
end $$;

-- The same in the chain of a tenant: the place of the first link that is at least as new as `p_at`; one beyond the last
-- where none is.
create or replace function keypad_link_at(p_tenant uuid, p_at timestamptz) returns bigint language plpgsql stable strict as $$
declare
  low bigint := 1;
  high bigint := (select coalesce(max(l.seq), 0) + 1 from event_links l where l.tenant_id = p_tenant);
  middle bigint;
  found record;
begin
  while low < high loop
    middle := low + (high - low) / 2;
    select l.seq, e.at into found from event_links l join events e on e.id = l.event_id
      where l.tenant_id = p_tenant and l.seq >= middle order by l.seq limit 1;
    if found.at < p_at then
      low := found.seq + 1;
    else
      high := middle;
    end if;
  end loop;
  return low;
end $$;

-- Everything that happened to an account: its own events, and those of its verifications, which know their account alone.
create or replace function keypad_events_of_account(p_account uuid, p_tenant uuid) returns setof events
language sql stable as $$
  select e.* from events e where e.account_id = p_account and e.tenant_id = p_tenant
  union all
  select e.* from verifications v join events e on e.verification_id = v.id and e.tenant_id = v.tenant_id
  where v.account_id = p_account and v.tenant_id = p_tenant and e.account_id is null
$$;
