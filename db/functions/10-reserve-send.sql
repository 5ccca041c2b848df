-- The limits that guard numbers, subjects and spending. Called inside the statement that accepts a send, so that
-- a refusal writes nothing and a reservation is never made twice.

-- The start of the counted window that is running now; windows of all keys start together.
create or replace function keypad_window_at(window_s int) returns timestamptz language sql as $$
  select to_timestamp(floor(extract(epoch from now()) / window_s) * window_s)
$$;

-- Judges one ledger row: when the next send is possible, or null when it is possible now. `sent` is ascending.
-- The windows come from core/limits.ts, the longest last; an approval (`cleared`) empties all but that one.
create or replace function keypad_next_send_at(
  sent timestamptz[], cleared timestamptz, at timestamptz, window_s int[], window_max int[]
) returns timestamptz language plpgsql immutable as $$
declare
  oldest timestamptz;
  free_at timestamptz;
begin
  for i in 1 .. cardinality(window_s) loop
    oldest := sent[cardinality(sent) - window_max[i] + 1];
    if oldest > at - make_interval(secs => window_s[i])
       and (i = cardinality(window_s) or cleared is null or oldest > cleared) then
      free_at := greatest(free_at, oldest + make_interval(secs => window_s[i]));
    end if;
  end loop;
  return free_at;
end $$;

-- Locks the ledger row of `marks[1]` until the statement ends and judges it: when the next send is possible, or null.
-- Rows that older keys of the ring marked (`marks[2..]`) count too.
create or replace function keypad_lock_ledger(marks bytea[], window_s int[], window_max int[])
returns timestamptz language plpgsql as $$
declare
  sent timestamptz[];
  cleared timestamptz;
begin
  loop
    select l.sent_at into sent from send_ledger l where l.mark = marks[1] for update;
    exit when found;
    -- Nothing was sent there yet; whoever writes the row first has it.
    insert into send_ledger (mark, sent_at) values (marks[1], '{}') on conflict (mark) do nothing returning sent_at into sent;
    exit when found;
  end loop;
  if cardinality(marks) > 1 then
    select coalesce(array_agg(s order by s), '{}') into sent
    from send_ledger l, unnest(l.sent_at) s where l.mark = any (marks);
  end if;
  if cardinality(sent) = 0 then
    return null;
  end if;
  select max(c.cleared_at) into cleared from send_clearings c where c.mark = any (marks);
  return keypad_next_send_at(sent, cleared, clock_timestamp(), window_s, window_max);
end $$;

-- Writes one send into a ledger row that this statement holds; keeps as many as the longest window can count.
create or replace function keypad_write_ledger(p_mark bytea, keep int) returns void language plpgsql as $$
begin
  update send_ledger l set sent_at = l.sent_at[cardinality(l.sent_at) - keep + 2 :] || clock_timestamp()
    where l.mark = p_mark;
end $$;

-- Counts one send in a window of `mark`, spread over slots so that one hot key does not line its writers up.
-- False: the window is full.
create or replace function keypad_count_send(p_mark bytea, p_window timestamptz, p_cap int) returns boolean
language plpgsql as $$
declare
  slots int := greatest(1, least(16, p_cap / 200));
  first int := floor(random() * slots);
  slot_cap int;
begin
  for i in 0 .. slots - 1 loop
    slot_cap := p_cap / slots + case when (first + i) % slots < p_cap % slots then 1 else 0 end;
    if slot_cap > 0 then
      insert into send_counters as c (mark, slot, window_at, sends) values (p_mark, (first + i) % slots, p_window, 1)
        on conflict (mark, window_at, slot) do update set sends = c.sends + 1 where c.sends < slot_cap;
      if found then
        return true;
      end if;
    end if;
  end loop;
  return false;
end $$;

-- Whether too few of the last sends to a prefix or country came to an approval: at least `p_sends` in this hour and
-- the one before, and fewer than `p_percent` in a hundred approved (security.md SND-6).
create or replace function keypad_converts(p_mark bytea, p_sends int, p_percent int) returns boolean
language sql stable as $$
  select coalesce(sum(c.sends), 0) < p_sends or sum(c.approved) * 100 >= p_percent * sum(c.sends)
  from send_counters c
  where c.mark = p_mark and c.window_at >= keypad_window_at(3600) - interval '1 hour'
$$;

-- Notes a send or an approval for the judgement above, in one of eight slots, so that a busy country lines nobody up.
create or replace function keypad_note_conversion(p_mark bytea, p_sent int, p_approved int) returns void
language sql as $$
  insert into send_counters as c (mark, slot, window_at, sends, approved)
    values (p_mark, floor(random() * 8), keypad_window_at(3600), p_sent, p_approved)
    on conflict (mark, window_at, slot)
      do update set sends = c.sends + excluded.sends, approved = c.approved + excluded.approved
$$;

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

-- Reserves one send everywhere or nowhere: in the ledgers of number and subject and in every counted window.
-- Null: reserved. Otherwise when it is worth asking again. A window that fills up in the same instant raises KP429,
-- which undoes the whole statement.
create or replace function keypad_reserve_send(
  phone_marks bytea[], subject_mark bytea, window_s int[], window_max int[],
  counter_marks bytea[], counter_window_s int[], counter_caps int[]
) returns timestamptz language plpgsql as $$
declare
  keep int := window_max[cardinality(window_max)];
  free_at timestamptz := keypad_lock_ledger(phone_marks, window_s, window_max);
  opened timestamptz;
begin
  if subject_mark is not null then
    free_at := greatest(free_at, keypad_lock_ledger(array[subject_mark], window_s, window_max));
  end if;
  for i in 1 .. cardinality(counter_marks) loop
    opened := keypad_window_at(counter_window_s[i]);
    if (select sum(c.sends) from send_counters c where c.mark = counter_marks[i] and c.window_at = opened)
       >= counter_caps[i] then
      free_at := greatest(free_at, opened + make_interval(secs => counter_window_s[i]));
    end if;
  end loop;
  if free_at is not null then
    return free_at;
  end if;
  for i in 1 .. cardinality(counter_marks) loop
    if not keypad_count_send(counter_marks[i], keypad_window_at(counter_window_s[i]), counter_caps[i]) then
      raise exception 'a window filled up' using errcode = 'KP429', detail = counter_window_s[i]::text;
    end if;
  end loop;
  perform keypad_write_ledger(phone_marks[1], keep);
  if subject_mark is not null then
    perform keypad_write_ledger(subject_mark, keep);
  end if;
  return null;
end $$;

-- How long it is until then by this database's clock, ms. Null: never.
create or replace function keypad_ms_until(p_at timestamptz) returns float8 language sql stable as $$
  select (extract(epoch from p_at - clock_timestamp()) * 1000)::float8
$$;
