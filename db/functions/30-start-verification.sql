-- Starts a verification: limits, verification, delivery (the outbox) and events. `outcome` is 'started' or the code of a
-- problem; a refusal writes nothing and leaves an older verification of the same subject and purpose alive. 'taken':
-- somebody else holds what this needs, and this statement may not wait.
-- `s` is an item of keypad_start_verifications, `counted` the marks of the windows that its earlier items will count in.
create or replace function keypad_start_verification(
  s record, may_wait boolean, counted bytea[],
  out outcome text, out free_in_ms float8, out expires_at timestamptz, out resend_at timestamptz, out at timestamptz,
  out caps int[]
) language plpgsql as $$
declare
  older verifications;
  known boolean := false;
  proven boolean;
  free_at timestamptz;
  subject_mark bytea;
begin
  if s.subject is not null then
    subject_mark := keypad_subject_mark(s.tenant, s.subject);
    older := keypad_lock_older(s.tenant, s.purpose, s.subject, may_wait);
    known := exists (
      select from proven_numbers n
      where n.tenant_id = s.tenant and n.subject_id = s.subject and n.phone_mark = any (s.phone_marks));
  end if;
  if older.status = 'taken' or not keypad_lock_ledgers(s.phone_marks[1], subject_mark, may_wait) then
    outcome := 'taken';
    return;
  end if;
  proven := known and s.purpose = 'login';
  outcome := case
    when s.call_mode = 'press_1' and not proven then 'call_mode_not_allowed'
    when s.channel = 'call' and keypad_is_calling(s.phone_marks) then 'call_in_progress'
    when s.breaker_sends > 0 and not known
      and keypad_paused(s.tenant, s.prefix_mark, s.country, s.breaker_sends, s.breaker_percent) is not null
      then 'sends_exhausted' end;
  if outcome is not null then
    free_in_ms := 60000;
    return;
  end if;
  caps := keypad_caps(s.counter_caps, proven);
  free_at := keypad_reserve_send(s.phone_marks, subject_mark, s.window_s, s.window_max, s.counter_marks,
    s.counter_window_s, caps, counted);
  if free_at is not null then
    outcome := 'sends_exhausted';
    free_in_ms := keypad_ms_until(free_at);
    return;
  end if;
  if older.id is not null and not keypad_expire(older) then
    perform keypad_end_verification(older.id, s.tenant, 'canceled', 0);
    insert into events (tenant_id, kind, actor, verification_id, request_id, data)
      values (s.tenant, 'canceled', s.actor, older.id, s.request_id, '{"cause": "superseded"}');
  end if;
  outcome := 'started';
  at := clock_timestamp();
  expires_at := at + make_interval(secs => s.life_s);
  resend_at := at + make_interval(secs => s.resend_s);
  insert into verifications (id, tenant_id, subject_id, account_id, purpose, phone_mark, prefix_mark, phone_sealed, to_masked,
      country, line_type, locale, brand, channel, call_mode, code_sealed, code_mark, match_digits, created_at,
      expires_at, resend_at)
    values (s.id, s.tenant, s.subject, s.account, s.purpose, s.phone_marks[1], s.prefix_mark, s.phone_sealed, s.to_masked,
      s.country, s.line_type, s.locale, s.brand, s.channel, s.call_mode, s.code_sealed, s.code_mark, s.match_digits,
      at, expires_at, resend_at);
  insert into deliveries (id, tenant_id, verification_id, phone_mark, channel, call_mode, priority, created_at, due_at,
      changed_at)
    values (s.delivery_id, s.tenant, s.id, s.phone_marks[1], s.channel, s.call_mode, s.priority, at, at, at);
  insert into events (tenant_id, kind, actor, verification_id, delivery_id, request_id)
    values (s.tenant, 'verification_started', s.actor, s.id, null, s.request_id),
           (s.tenant, 'send_queued', s.actor, s.id, s.delivery_id, s.request_id);
end $$;

-- Starts verifications one after the other, in one statement, so in one round trip and one commit; one row each, in the
-- same order. The windows that all share are counted last, once for all, since others wait for them.
create or replace function keypad_start_verifications(p_items json, p_may_wait boolean)
returns table (outcome text, free_in_ms float8, expires_at timestamptz, resend_at timestamptz, at timestamptz)
language plpgsql as $$
declare
  item record;
  started record;
  marks bytea[] := '{}';
  seconds int[] := '{}';
  caps int[] := '{}';
  prefixes bytea[] := '{}';
  countries bytea[] := '{}';
begin
  for item in
    select * from json_to_recordset(p_items) as x (
      id uuid, delivery_id uuid, tenant uuid, subject text, account uuid, purpose text, priority int,
      phone_marks bytea[], prefix_mark bytea, phone_sealed text, to_masked text,
      country text, line_type text, locale text, brand text, channel text, call_mode text,
      code_sealed text, code_mark bytea, match_digits text, life_s int, resend_s int,
      window_s int[], window_max int[], counter_marks bytea[], counter_window_s int[], counter_caps int[],
      breaker_sends int, breaker_percent int, actor text, request_id text)
  loop
    started := keypad_start_verification(item, p_may_wait, marks);
    outcome := started.outcome;
    free_in_ms := started.free_in_ms;
    expires_at := started.expires_at;
    resend_at := started.resend_at;
    at := started.at;
    if outcome = 'started' then
      marks := marks || item.counter_marks;
      seconds := seconds || item.counter_window_s;
      caps := caps || started.caps;
      if item.breaker_sends > 0 then
        prefixes := prefixes || item.prefix_mark;
        countries := countries || keypad_country_mark(item.tenant, item.country);
      end if;
    end if;
    return next;
  end loop;
  if marks <> '{}' then
    perform keypad_count_windows(marks, seconds, caps);
  end if;
  if prefixes <> '{}' then
    perform keypad_note_conversions(prefixes, 1, 0);
    perform keypad_note_conversions(countries, 1, 0);
  end if;
end $$;

-- Locks a subject's place for one purpose, and the living verification in it, until the transaction ends. Gives that
-- verification, nothing where there is none, or one whose status is 'taken': somebody else is there, and this statement may
-- not wait.
create or replace function keypad_lock_older(p_tenant uuid, p_purpose text, p_subject text, may_wait boolean)
returns verifications language plpgsql as $$
declare
  place bigint := hashtextextended(p_tenant || p_purpose || p_subject, 0);
  older verifications;
begin
  if may_wait then
    perform pg_advisory_xact_lock(place);
    select * into older from verifications v
      where v.tenant_id = p_tenant and v.subject_id = p_subject and v.purpose = p_purpose and v.status = 'pending'
      for update;
  elsif pg_try_advisory_xact_lock(place) then
    select * into older from verifications v
      where v.tenant_id = p_tenant and v.subject_id = p_subject and v.purpose = p_purpose and v.status = 'pending'
      for update skip locked;
    if not found and exists (
      select from verifications v
      where v.tenant_id = p_tenant and v.subject_id = p_subject and v.purpose = p_purpose and v.status = 'pending'
    ) then
      older.status := 'taken';
    end if;
  else
    older.status := 'taken';
  end if;
  return older;
end $$;

-- Whether a call to this number is still on its way or going on. The unique index decides when two start at once.
create or replace function keypad_is_calling(marks bytea[]) returns boolean language sql stable as $$
  select exists (
    select from deliveries d
    where d.phone_mark = any (marks) and d.channel = 'call'
      and d.status in ('queued', 'sending', 'unknown', 'sent', 'ringing', 'answered'))
$$;

-- What is open to a send of each capped window: a fifth is kept for logins on proven numbers (security.md SND-7).
create or replace function keypad_caps(caps int[], proven boolean) returns int[] language plpgsql immutable as $$
begin
  for i in 1 .. case when proven then 0 else cardinality(caps) end loop
    caps[i] := greatest(1, caps[i] * 4 / 5);
  end loop;
  return caps;
end $$;
