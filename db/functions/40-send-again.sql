-- Sends the code of a living verification once more, on any channel: one row more in the outbox, the same code.
-- `outcome` is 'sent' or the code of a problem; null: there is no such verification.
create or replace function keypad_send_again(
  p_id uuid, p_tenant uuid, p_delivery_id uuid, p_channel text, p_call_mode text, p_match_digits text,
  p_waits_s int[], p_max_sends int, p_window_s int[],
  p_window_max int[], p_counter_marks bytea[], p_counter_window_s int[], p_counter_caps int[], p_actor text,
  p_request_id text,
  out outcome text, out free_in_ms float8, out view json
) language plpgsql as $$
declare
  v verifications;
  d deliveries;
  proven boolean;
  free_at timestamptz;
  subject_mark bytea;
  caps int[];
begin
  select * into v from verifications x where x.id = p_id and x.tenant_id = p_tenant for update;
  if v.id is null then
    return;
  end if;
  perform keypad_expire(v);
  if v.status <> 'pending' or v.expires_at <= clock_timestamp() then
    outcome := case v.status when 'pending' then 'code_expired' when 'expired' then 'code_expired'
      when 'locked' then 'verification_locked' else 'verification_finished' end;
    return;
  end if;
  proven := v.purpose = 'login' and v.subject_id is not null and exists (
    select from proven_numbers n
    where n.tenant_id = p_tenant and n.subject_id = v.subject_id and n.phone_mark = v.phone_mark);
  if p_call_mode = 'press_1' and not proven then
    outcome := 'call_mode_not_allowed';
  elsif v.sends >= p_max_sends then
    outcome := 'sends_exhausted';
    free_at := v.expires_at;
  elsif clock_timestamp() < v.resend_at then
    outcome := 'send_too_soon';
    free_at := v.resend_at;
  elsif p_channel = 'call' and keypad_is_calling(array[v.phone_mark]) then
    outcome := 'call_in_progress';
    free_at := clock_timestamp() + interval '30 seconds';
  else
    subject_mark := keypad_subject_mark(p_tenant, v.subject_id);
    caps := keypad_caps(p_counter_caps, proven);
    perform keypad_lock_ledgers(v.phone_mark, subject_mark, true);
    free_at := keypad_reserve_send(array[v.phone_mark], subject_mark, p_window_s, p_window_max, p_counter_marks,
      p_counter_window_s, caps, '{}');
    if free_at is null then
      perform keypad_count_windows(p_counter_marks, p_counter_window_s, caps);
    end if;
    outcome := case when free_at is not null then 'sends_exhausted' end;
  end if;
  if outcome is not null then
    free_in_ms := keypad_ms_until(free_at);
    return;
  end if;
  select * into d from deliveries x where x.verification_id = p_id and x.tenant_id = p_tenant order by x.id limit 1;
  insert into deliveries (id, tenant_id, verification_id, phone_mark, channel, call_mode, priority, due_at)
    values (p_delivery_id, p_tenant, p_id, v.phone_mark, p_channel, p_call_mode, d.priority, clock_timestamp());
  update verifications x
    set sends = x.sends + 1, version = x.version + 1, channel = p_channel, call_mode = p_call_mode,
        match_digits = p_match_digits,
        resend_at = clock_timestamp() + make_interval(secs => p_waits_s[least(x.sends + 1, cardinality(p_waits_s))])
    where x.id = p_id and x.tenant_id = p_tenant;
  insert into events (tenant_id, kind, actor, verification_id, delivery_id, request_id)
    values (p_tenant, 'send_queued', p_actor, p_id, p_delivery_id, p_request_id);
  outcome := 'sent';
  view := keypad_view(p_id, p_tenant);
end $$;
