-- Judges what was keyed during a call, and writes what follows. The caller has checked the carrier's signature and the
-- nonce; this checks that the call is the live one of a living verification, and that the key is new and not too early.
-- `outcome`: confirmed, denied, wrong, too_many_wrong, say_code, no_key, early, replayed, over; null: no such delivery.
create or replace function keypad_press_key(
  p_delivery uuid, p_ref text, p_round int, p_digits text, p_human boolean, p_early_ms int, p_max_tries int,
  p_max_wrong int, p_max_repeats int,
  out outcome text, out round int, out call_mode text, out purpose text, out locale text, out brand text,
  out discreet boolean, out code_sealed text, out verification_id uuid, out tenant_locale text
) language plpgsql as $$
declare
  v verifications;
  d deliveries;
  is_right boolean;
begin
  -- Locks go from the account to the verification to the delivery, here and everywhere.
  perform from accounts a
    join verifications x on x.account_id = a.id and x.tenant_id = a.tenant_id
    join deliveries y on y.verification_id = x.id and y.tenant_id = x.tenant_id
    where y.id = p_delivery for no key update of a;
  select x.* into v from verifications x join deliveries y on y.verification_id = x.id and y.tenant_id = x.tenant_id
    where y.id = p_delivery for update of x;
  select * into d from deliveries x where x.id = p_delivery for update;
  if d.id is null or v.id is null then
    return;
  end if;
  select t.discreet, t.locale into discreet, tenant_locale from tenants t where t.id = v.tenant_id;
  call_mode := d.call_mode;
  purpose := v.purpose;
  locale := v.locale;
  brand := v.brand;
  verification_id := v.id;
  round := d.wrong_keys + d.repeats;
  outcome := case
    when d.channel <> 'call' or d.carrier_ref is distinct from p_ref and d.carrier_ref is not null then 'over'
    when d.status not in ('sending', 'unknown', 'sent', 'ringing', 'answered') then 'over'
    when v.status <> 'pending' or v.expires_at <= clock_timestamp() then 'over'
    when v.account_id is not null and keypad_is_locked(v.account_id, v.tenant_id) then 'over'
    when not p_human then 'over'
    when coalesce(p_digits, '') = '' then 'no_key'
    when p_round <> d.wrong_keys + d.repeats then 'replayed'
    when d.wrong_keys > p_max_wrong then 'over'
    when clock_timestamp() < coalesce(d.answered_at, d.sending_at) + make_interval(secs => p_early_ms / 1000.0)
      then 'early' end;
  if outcome is not null then
    return;
  end if;
  is_right := case d.call_mode when 'press_1' then p_digits = '1' when 'match_digits' then p_digits = v.match_digits end;
  outcome := case
    when p_digits like '9%' then 'denied'
    when d.call_mode <> 'spoken_code' and keypad_is_replaced(d) then 'over'
    when d.call_mode = 'spoken_code' then case when d.repeats > p_max_repeats then 'over' else 'say_code' end
    when is_right then 'confirmed'
    when d.wrong_keys >= p_max_wrong then 'too_many_wrong'
    else 'wrong' end;
  insert into events (tenant_id, kind, actor, verification_id, delivery_id, data)
    values (d.tenant_id, 'key_pressed', 'phone', v.id, d.id, json_build_object('meant', outcome)::jsonb);
  if outcome = 'over' then
    return;
  end if;
  update deliveries x
    set carrier_ref = p_ref, wrong_keys = x.wrong_keys + (outcome in ('wrong', 'too_many_wrong'))::int,
        repeats = x.repeats + (outcome = 'say_code')::int
    where x.id = d.id and x.tenant_id = d.tenant_id;
  if outcome = 'denied' then
    perform keypad_end_verification(v.id, v.tenant_id, 'denied', 0);
    insert into events (tenant_id, kind, actor, verification_id, delivery_id)
      values (d.tenant_id, 'denied', 'phone', v.id, d.id);
  elsif outcome = 'say_code' then
    code_sealed := v.code_sealed;
    round := round + 1;
  elsif keypad_spend_try(v, outcome = 'confirmed', p_max_tries, d.id, 'phone', null) = 'locked' then
    outcome := 'too_many_wrong';
  else
    round := round + 1;
  end if;
  if outcome in ('confirmed', 'denied', 'too_many_wrong') then
    -- All that is left to say is goodbye, so the phone is free for another call.
    update deliveries x set status = 'ended', check_at = null, changed_at = clock_timestamp()
      where x.id = d.id and x.tenant_id = d.tenant_id;
  end if;
  if outcome = 'confirmed' then
    perform keypad_note_approvals(array[v.id]);
  end if;
end $$;

-- Whether the code went out once more after this call: what the screen asked for then is no longer what it shows.
create or replace function keypad_is_replaced(d deliveries) returns boolean language sql stable as $$
  select exists (
    select from deliveries x
    where x.verification_id = d.verification_id and x.tenant_id = d.tenant_id and x.created_at > d.created_at)
$$;
