-- The breaker: sends to a number prefix or a country pause when too few of them come to an approval.

-- Whether too few of the last sends to a prefix or country came to an approval: at least `p_sends` in this hour and
-- the one before, and fewer than `p_percent` in a hundred approved (security.md SND-6).
create or replace function keypad_converts(p_mark bytea, p_sends int, p_percent int) returns boolean
language sql stable as $$
  select coalesce(sum(c.sends), 0) < p_sends or sum(c.approved) * 100 >= p_percent * sum(c.sends)
  from send_counters c
  where c.mark = p_mark and c.window_at >= keypad_window_at(3600) - interval '1 hour'
$$;

-- Notes a send or an approval of each mark for the judgement above, in one of eight slots, so that a busy country lines
-- nobody up. Marks are taken in order, so that nobody waits in a circle: prefixes in one call, then countries.
create or replace function keypad_note_conversions(p_marks bytea[], p_sent int, p_approved int) returns void
language plpgsql as $$
declare
  slot_now int := floor(random() * 8);
begin
  insert into send_counters as c (mark, slot, window_at, sends, approved)
    select m, slot_now, keypad_window_at(3600), p_sent * count(*), p_approved * count(*)
    from unnest(p_marks) m group by m order by m
    on conflict (mark, window_at, slot)
      do update set sends = c.sends + excluded.sends, approved = c.approved + excluded.approved;
end $$;

-- The key under which a tenant's sends to a country are judged.
create or replace function keypad_country_mark(p_tenant uuid, p_country text) returns bytea language sql immutable as $$
  select sha256(convert_to('country ' || p_tenant || ' ' || p_country, 'UTF8'))
$$;

-- Tells the operator once an hour that sends to a prefix or country are paused.
create or replace function keypad_tell_pause(p_tenant uuid, p_mark bytea, p_what text, p_country text) returns void
language plpgsql as $$
begin
  insert into send_counters (mark, slot, window_at, sends)
    values (sha256(p_mark), 0, keypad_window_at(3600), 0) on conflict (mark, window_at, slot) do nothing;
  if found then
    insert into events (tenant_id, kind, actor, data)
      values (p_tenant, 'sends_paused', 'clock', json_build_object('what', p_what, 'country', p_country)::jsonb);
  end if;
end $$;

-- What is paused for this send: 'prefix', 'country', or null. Numbers proven before are never asked about. A country needs
-- ten times as many sends: sends of this minute are unproven too, and one bad prefix must not pause all others.
create or replace function keypad_paused(
  p_tenant uuid, p_prefix_mark bytea, p_country text, p_sends int, p_percent int
) returns text language plpgsql as $$
declare
  country_mark bytea := keypad_country_mark(p_tenant, p_country);
begin
  if not keypad_converts(p_prefix_mark, p_sends, p_percent) then
    perform keypad_tell_pause(p_tenant, p_prefix_mark, 'prefix', p_country);
    return 'prefix';
  elsif not keypad_converts(country_mark, p_sends * 10, p_percent) then
    perform keypad_tell_pause(p_tenant, country_mark, 'country', p_country);
    return 'country';
  end if;
  return null;
end $$;
