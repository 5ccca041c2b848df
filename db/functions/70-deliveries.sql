-- Tells the holder that something about a delivery changed.
create or replace function keypad_bump(p_verification uuid, p_tenant uuid) returns void language sql as $$
  update verifications v set version = v.version + 1 where v.id = p_verification and v.tenant_id = p_tenant
$$;

-- Takes a due delivery for posting: `sending` is committed before the carrier hears of it, and nobody can take it again
-- unless its outcome is recorded as surely not taken. A delivery that can no longer help ends here as expired_unsent.
-- Null `task`: nothing to do.
create or replace function keypad_take_delivery(p_id uuid, p_min_life_s int, p_check_s int, out task json)
language plpgsql as $$
declare
  d deliveries;
  v verifications;
  t tenants;
  life_s numeric;
  taken_at timestamptz;
begin
  select x.* into v from verifications x join deliveries y on y.verification_id = x.id and y.tenant_id = x.tenant_id
    where y.id = p_id and y.due_at <= clock_timestamp() for update of x;
  if v.id is null then
    task := keypad_take_notice(p_id, p_min_life_s, p_check_s);
    return;
  end if;
  taken_at := clock_timestamp();
  life_s := extract(epoch from v.expires_at - taken_at);
  update deliveries x
    set status = case when v.status = 'pending' and life_s >= p_min_life_s then 'sending' else 'expired_unsent' end,
        due_at = null, sending_at = taken_at, changed_at = taken_at, posts = x.posts + 1,
        check_at = case when v.status = 'pending' and life_s >= p_min_life_s
          then clock_timestamp() + make_interval(secs => p_check_s) end
    where x.id = p_id and x.due_at <= clock_timestamp() and x.status in ('queued', 'sending')
    returning * into d;
  if d.id is null then
    return;
  end if;
  perform keypad_bump(v.id, v.tenant_id);
  if d.status = 'expired_unsent' then
    insert into events (tenant_id, kind, actor, verification_id, delivery_id)
      values (d.tenant_id, 'send_expired', 'worker', v.id, d.id);
    return;
  end if;
  select * into t from tenants x where x.id = v.tenant_id;
  task := json_build_object(
    'id', d.id, 'sealedFor', v.id, 'channel', d.channel, 'callMode', d.call_mode, 'purpose', v.purpose,
    'phoneSealed', v.phone_sealed, 'codeSealed', v.code_sealed, 'locale', v.locale, 'brand', v.brand, 'host', t.host,
    'discreet', t.discreet, 'tenantLocale', t.locale, 'lifeSeconds', floor(life_s), 'posts', d.posts);
end $$;

-- Records what the carrier, or a callback, or a listing says of a delivery. `p_from` lists the statuses that may become
-- `p_status` (core/delivery.ts), so a late or repeated report changes nothing. A report under another carrier ref than
-- the recorded one is not about this delivery. A call whose verification is over is due for the sweeper, which cancels it.
-- True: something changed.
create or replace function keypad_record_delivery(
  p_id uuid, p_status text, p_from text[], p_ref text, p_reason text, p_code int, p_check_s int, p_event text, p_actor text
) returns boolean language plpgsql as $$
declare
  d deliveries;
  is_over boolean;
begin
  -- First the verification, then its delivery: the order in which everything else locks them.
  select v.status <> 'pending' into is_over from verifications v
    join deliveries x on x.verification_id = v.id and x.tenant_id = v.tenant_id
    where x.id = p_id for no key update of v;
  update deliveries x
    set status = p_status, carrier_ref = coalesce(x.carrier_ref, p_ref), carrier_code = p_code,
        reason = case when p_status <> 'ended' or keypad_is_silent(x) then p_reason end,
        changed_at = clock_timestamp(), due_at = null,
        answered_at = case when p_status = 'answered' then clock_timestamp() else x.answered_at end,
        check_at = clock_timestamp() + make_interval(secs =>
          case when is_over and x.channel = 'call' and p_status in ('sent', 'ringing') then 0 else p_check_s end)
    where x.id = p_id and x.status = any (p_from)
      and (x.carrier_ref is null or p_ref is null or x.carrier_ref = p_ref)
    returning * into d;
  if d.id is null then
    update deliveries x set carrier_ref = p_ref where x.id = p_id and x.carrier_ref is null and p_ref is not null;
    return false;
  end if;
  perform keypad_bump(d.verification_id, d.tenant_id);
  if p_event is not null then
    insert into events (tenant_id, kind, actor, verification_id, account_id, delivery_id, data)
      values (d.tenant_id, p_event, p_actor, d.verification_id, keypad_notice_account(d), d.id,
        case when p_reason is not null then json_build_object('reason', p_reason, 'carrier_code', p_code)::jsonb end);
  end if;
  return true;
end $$;

-- Whether nobody pressed a key in a call; only then does how it ended say anything.
create or replace function keypad_is_silent(d deliveries) returns boolean language sql stable as $$
  select d.wrong_keys + d.repeats = 0 and not exists (
    select from verifications v
    where v.id = d.verification_id and v.tenant_id = d.tenant_id and v.status in ('approved', 'denied'))
$$;

-- Records that the carrier surely did not take a delivery: due again after `p_wait_ms`, unless it was posted often enough
-- or its code would be too old by then. True: it will be tried again.
create or replace function keypad_record_not_sent(p_id uuid, p_wait_ms int, p_max_posts int, p_min_life_s int)
returns boolean language plpgsql as $$
begin
  update deliveries d
    set due_at = clock_timestamp() + make_interval(secs => p_wait_ms / 1000.0), check_at = null
    from verifications v
    where d.id = p_id and d.status = 'sending' and d.carrier_ref is null and d.posts < p_max_posts
      and v.id = d.verification_id and v.tenant_id = d.tenant_id and v.status = 'pending'
      and v.expires_at > clock_timestamp() + make_interval(secs => p_wait_ms / 1000.0 + p_min_life_s);
  return found or keypad_record_notice_not_sent(p_id, p_wait_ms, p_max_posts, p_min_life_s);
end $$;
