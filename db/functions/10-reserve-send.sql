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

-- Judges the ledger of a number or subject: when the next send is possible, or null. Whoever calls this holds its lock
-- (keypad_lock_ledgers). Rows that older keys of the ring marked (`marks[2..]`) count too.
create or replace function keypad_judge_ledger(marks bytea[], window_s int[], window_max int[])
returns timestamptz language plpgsql as $$
declare
  sent timestamptz[];
  cleared timestamptz;
begin
  if cardinality(marks) = 1 then
    select l.sent_at into sent from send_ledger l where l.mark = marks[1];
  else
    select array_agg(s order by s) into sent from send_ledger l, unnest(l.sent_at) s where l.mark = any (marks);
  end if;
  if coalesce(cardinality(sent), 0) = 0 then
    return null;
  end if;
  select max(c.cleared_at) into cleared from send_clearings c where c.mark = any (marks);
  return keypad_next_send_at(sent, cleared, clock_timestamp(), window_s, window_max);
end $$;

-- Locks the ledgers of a number and a subject until the transaction ends, whether or not they have a row yet. False: one
-- of them is taken, and this statement may not wait.
create or replace function keypad_lock_ledgers(p_mark bytea, p_subject_mark bytea, p_may_wait boolean) returns boolean
language plpgsql as $$
declare
  number bigint := hashtextextended(encode(p_mark, 'hex'), 1);
  subject bigint := hashtextextended(encode(p_subject_mark, 'hex'), 1);
begin
  if p_may_wait then
    perform pg_advisory_xact_lock(number), pg_advisory_xact_lock(subject);
    return true;
  end if;
  return pg_try_advisory_xact_lock(number) and coalesce(pg_try_advisory_xact_lock(subject), true);
end $$;

-- Writes one send into a ledger whose lock this transaction holds; keeps as many as the longest window can count.
create or replace function keypad_write_ledger(p_mark bytea, keep int) returns void language plpgsql as $$
begin
  insert into send_ledger as l (mark, sent_at) values (p_mark, array[clock_timestamp()])
    on conflict (mark) do update
      set sent_at = l.sent_at[cardinality(l.sent_at) - keep + 2 :] || excluded.sent_at;
end $$;

-- Counts sends in a window of `mark`, spread over slots so that one hot key does not line its writers up.
-- False: no slot has room for all of them.
create or replace function keypad_count_sends(p_mark bytea, p_window timestamptz, p_cap int, p_sends int) returns boolean
language plpgsql as $$
declare
  slots int := greatest(1, least(16, p_cap / 200));
  first int := floor(random() * slots);
  slot_cap int;
begin
  for i in 0 .. slots - 1 loop
    slot_cap := p_cap / slots + case when (first + i) % slots < p_cap % slots then 1 else 0 end;
    if slot_cap >= p_sends then
      insert into send_counters as c (mark, slot, window_at, sends) values (p_mark, (first + i) % slots, p_window, p_sends)
        on conflict (mark, window_at, slot) do update set sends = c.sends + p_sends where c.sends + p_sends <= slot_cap;
      if found then
        return true;
      end if;
    end if;
  end loop;
  return false;
end $$;

-- Counts one send for each entry of a list of windows, together for entries that are alike. A window that fills up in the
-- same instant raises KP429, which undoes the whole statement. Windows are taken in one order everywhere, so that nobody
-- waits in a circle.
create or replace function keypad_count_windows(p_marks bytea[], p_window_s int[], p_caps int[]) returns void
language plpgsql as $$
declare
  w record;
begin
  for w in
    select k.mark, k.seconds, min(k.cap) as cap, count(*)::int as sends
    from unnest(p_marks, p_window_s, p_caps) as k (mark, seconds, cap) group by k.mark, k.seconds order by k.mark, k.seconds
  loop
    continue when keypad_count_sends(w.mark, keypad_window_at(w.seconds), w.cap, w.sends);
    -- The room that is left may be in several slots.
    for i in 1 .. w.sends loop
      if not keypad_count_sends(w.mark, keypad_window_at(w.seconds), w.cap, 1) then
        raise exception 'a window filled up' using errcode = 'KP429', detail = w.seconds::text;
      end if;
    end loop;
  end loop;
end $$;

-- When the windows that are full open again; null: all have room. `counted`: what the same statement has accepted
-- already and will count in the end.
create or replace function keypad_judge_windows(p_marks bytea[], p_window_s int[], p_caps int[], counted bytea[])
returns timestamptz language plpgsql as $$
declare
  free_at timestamptz;
  sends bigint;
begin
  for i in 1 .. cardinality(p_marks) loop
    sends := (select coalesce(sum(c.sends), 0) from send_counters c
      where c.mark = p_marks[i] and c.window_at = keypad_window_at(p_window_s[i]));
    if sends + cardinality(array_positions(counted, p_marks[i])) >= p_caps[i] then
      free_at := greatest(free_at, keypad_window_at(p_window_s[i]) + make_interval(secs => p_window_s[i]));
    end if;
  end loop;
  return free_at;
end $$;

-- Reserves one send in the ledgers of number and subject, whose locks this statement holds, where these and all counted
-- windows have room. Null: reserved, and yet to be counted (keypad_count_windows). Otherwise when it is worth asking again.
create or replace function keypad_reserve_send(
  phone_marks bytea[], subject_mark bytea, window_s int[], window_max int[],
  counter_marks bytea[], counter_window_s int[], counter_caps int[], counted bytea[]
) returns timestamptz language plpgsql as $$
declare
  keep int := window_max[cardinality(window_max)];
  free_at timestamptz := keypad_judge_ledger(phone_marks, window_s, window_max);
begin
  if subject_mark is not null then
    free_at := greatest(free_at, keypad_judge_ledger(array[subject_mark], window_s, window_max));
  end if;
  free_at := greatest(free_at, keypad_judge_windows(counter_marks, counter_window_s, counter_caps, counted));
  if free_at is not null then
    return free_at;
  end if;
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
