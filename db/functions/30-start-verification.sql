-- Starts a verification: limits, verification, delivery (the outbox) and events in one statement, so in one round trip
-- and one commit. `outcome` is 'started' or the code of a problem; a refusal writes nothing and leaves an older
-- verification of the same subject and purpose alive.
create or replace function keypad_start_verification(
  p_id uuid, p_delivery_id uuid, p_tenant uuid, p_subject text, p_purpose text, p_priority int,
  p_phone_marks bytea[], p_prefix_mark bytea, p_phone_sealed text, p_to_masked text,
  p_country text, p_line_type text, p_locale text, p_brand text, p_channel text, p_call_mode text,
  p_code_sealed text, p_code_mark bytea, p_match_digits text, p_life_s int, p_resend_s int,
  p_window_s int[], p_window_max int[], p_counter_marks bytea[], p_counter_window_s int[], p_counter_caps int[],
  p_breaker_sends int, p_breaker_percent int, p_actor text, p_request_id text,
  out outcome text, out free_in_ms float8, out expires_at timestamptz, out resend_at timestamptz, out at timestamptz
) language plpgsql as $$
declare
  older verifications;
  known boolean := false;
  proven boolean;
  free_at timestamptz;
begin
  if p_subject is not null then
    perform pg_advisory_xact_lock(hashtextextended(p_tenant || p_purpose || p_subject, 0));
    select * into older from verifications v
      where v.tenant_id = p_tenant and v.subject_id = p_subject and v.purpose = p_purpose and v.status = 'pending'
      for update;
    known := exists (
      select from proven_numbers n
      where n.tenant_id = p_tenant and n.subject_id = p_subject and n.phone_mark = any (p_phone_marks));
  end if;
  proven := known and p_purpose = 'login';
  outcome := case
    when p_call_mode = 'press_1' and not proven then 'call_mode_not_allowed'
    when p_channel = 'call' and keypad_is_calling(p_phone_marks) then 'call_in_progress'
    when p_breaker_sends > 0 and not known
      and keypad_paused(p_tenant, p_prefix_mark, p_country, p_breaker_sends, p_breaker_percent) is not null
      then 'sends_exhausted' end;
  if outcome is not null then
    free_in_ms := 60000;
    return;
  end if;
  free_at := keypad_reserve_send(p_phone_marks, keypad_subject_mark(p_tenant, p_subject), p_window_s, p_window_max, p_counter_marks,
    p_counter_window_s, keypad_caps(p_counter_caps, proven));
  if free_at is not null then
    outcome := 'sends_exhausted';
    free_in_ms := keypad_ms_until(free_at);
    return;
  end if;
  if older.id is not null and not keypad_expire(older) then
    perform keypad_end_verification(older.id, p_tenant, 'canceled', 0);
    insert into events (tenant_id, kind, actor, verification_id, request_id, data)
      values (p_tenant, 'canceled', p_actor, older.id, p_request_id, '{"cause": "superseded"}');
  end if;
  if p_breaker_sends > 0 then
    perform keypad_note_conversion(p_prefix_mark, 1, 0);
    perform keypad_note_conversion(keypad_country_mark(p_tenant, p_country), 1, 0);
  end if;
  outcome := 'started';
  at := clock_timestamp();
  expires_at := at + make_interval(secs => p_life_s);
  resend_at := at + make_interval(secs => p_resend_s);
  insert into verifications (id, tenant_id, subject_id, purpose, phone_mark, prefix_mark, phone_sealed, to_masked,
      country, line_type, locale, brand, channel, call_mode, code_sealed, code_mark, match_digits, created_at,
      expires_at, resend_at)
    values (p_id, p_tenant, p_subject, p_purpose, p_phone_marks[1], p_prefix_mark, p_phone_sealed, p_to_masked,
      p_country, p_line_type, p_locale, p_brand, p_channel, p_call_mode, p_code_sealed, p_code_mark, p_match_digits,
      at, expires_at, resend_at);
  insert into deliveries (id, tenant_id, verification_id, phone_mark, channel, call_mode, priority, created_at, due_at,
      changed_at)
    values (p_delivery_id, p_tenant, p_id, p_phone_marks[1], p_channel, p_call_mode, p_priority, at, at, at);
  insert into events (tenant_id, kind, actor, verification_id, delivery_id, request_id)
    values (p_tenant, 'verification_started', p_actor, p_id, null, p_request_id),
           (p_tenant, 'send_queued', p_actor, p_id, p_delivery_id, p_request_id);
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
