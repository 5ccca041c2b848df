-- Notices: texts that tell a person of a change. Each is sent by a delivery of its own, like a code, but counts in no
-- limit on sends and answers to no verification. The numbers are those of core/limits.ts; test/db/notices.test.ts holds
-- the two together.

-- Puts a notice and its delivery into the outbox, unless the number got one of that kind for the account today (UTC).
-- Test messages go out as often as staff may ask for them: each is filed under a day of its own.
-- `p_phone_sealed` is sealed in the context `phone <account id>`, as the account's own number is, so that it can be
-- copied here. `p_phone_marks`: under every key of the ring, newest first. Gives the delivery; null: nothing was queued.
create or replace function keypad_queue_notice(
  p_tenant uuid, p_account uuid, p_kind text, p_phone_sealed text, p_phone_marks bytea[], p_locale text, p_brand text,
  p_actor text, p_request_id text
) returns uuid language plpgsql as $$
declare
  today date := (clock_timestamp() at time zone 'utc')::date;
  notice uuid := uuidv7();
  delivery uuid := uuidv7();
begin
  if p_kind = 'test_message' then
    select greatest(today, max(n.day) + 1) into today from notices n
      where n.tenant_id = p_tenant and n.account_id = p_account and n.kind = p_kind;
  end if;
  if exists (
    select from notices n
    where n.tenant_id = p_tenant and n.account_id = p_account and n.kind = p_kind and n.phone_mark = any (p_phone_marks)
      and n.day = today) then
    return null;
  end if;
  insert into notices (id, tenant_id, account_id, kind, day, phone_sealed, phone_mark, locale, brand, created_at)
    values (notice, p_tenant, p_account, p_kind, today, p_phone_sealed, p_phone_marks[1], p_locale, p_brand,
      clock_timestamp())
    on conflict do nothing;
  if not found then
    return null;
  end if;
  insert into deliveries (id, tenant_id, notice_id, phone_mark, channel, priority, created_at, due_at, changed_at)
    values (delivery, p_tenant, notice, p_phone_marks[1], 'sms', 2, clock_timestamp(), clock_timestamp(),
      clock_timestamp());
  insert into events (tenant_id, kind, actor, account_id, delivery_id, request_id, data)
    values (p_tenant, 'notice_queued', p_actor, p_account, delivery, p_request_id,
      json_build_object('notice', p_kind)::jsonb);
  return delivery;
end $$;

-- Tells a person of wrong answers, right after one was counted: of the third in a row, of a lock, and of the fortieth in
-- thirty days, after which ten more need support. Told at the proven number; the sweeper wakes the delivery.
create or replace function keypad_tell_of_failures(a accounts, p_actor text, p_request_id text) returns void
language plpgsql as $$
declare
  t tenants;
  told text;
begin
  if a.phone_sealed is null then
    return;
  end if;
  select * into t from tenants x where x.id = a.tenant_id;
  foreach told in array array[
    case when a.failures_in_row = 3 then 'many_wrong_codes' end,
    case when a.failures_in_row = 0 and a.locked_until > clock_timestamp() then 'locked' end,
    case when (select count(*) from unnest(a.failed_at) f where f > clock_timestamp() - interval '30 days') = 40
      then 'locked_for_long' end]
  loop
    if told is not null then
      perform keypad_queue_notice(a.tenant_id, a.id, told, a.phone_sealed, array[a.phone_mark],
        coalesce(a.locale, t.locale), t.name, p_actor, p_request_id);
    end if;
  end loop;
end $$;

-- What is left of the four hours in which a notice is worth sending, seconds.
create or replace function keypad_notice_life(n notices) returns numeric language sql stable as $$
  select 14400 - extract(epoch from clock_timestamp() - n.created_at)
$$;

-- Takes the due delivery of a notice for posting, as keypad_take_delivery does with that of a code. Null: nothing to do.
create or replace function keypad_take_notice(p_id uuid, p_min_life_s int, p_check_s int) returns json
language plpgsql as $$
declare
  d deliveries;
  n notices;
  t tenants;
  alive boolean;
begin
  select x.* into n from deliveries y join notices x on x.tenant_id = y.tenant_id and x.id = y.notice_id
    where y.id = p_id and y.due_at <= clock_timestamp();
  if n.id is null then
    return null;
  end if;
  alive := keypad_notice_life(n) >= p_min_life_s;
  update deliveries x
    set status = case when alive then 'sending' else 'expired_unsent' end,
        due_at = null, sending_at = clock_timestamp(), changed_at = clock_timestamp(), posts = x.posts + 1,
        check_at = case when alive then clock_timestamp() + make_interval(secs => p_check_s) end
    where x.id = p_id and x.due_at <= clock_timestamp() and x.status in ('queued', 'sending')
    returning * into d;
  if d.id is null then
    return null;
  end if;
  if not alive then
    insert into events (tenant_id, kind, actor, account_id, delivery_id)
      values (d.tenant_id, 'send_expired', 'worker', n.account_id, d.id);
    return null;
  end if;
  select * into t from tenants x where x.id = n.tenant_id;
  return json_build_object(
    'id', d.id, 'sealedFor', n.account_id, 'notice', n.kind, 'channel', d.channel, 'phoneSealed', n.phone_sealed,
    'locale', n.locale, 'brand', n.brand, 'discreet', t.discreet, 'lifeSeconds', floor(keypad_notice_life(n)),
    'posts', d.posts);
end $$;

-- Refs that other notices of the same words to the same number have already: where the carrier is asked for one whose
-- answer was lost, they are not it. Several accounts may share a phone.
create or replace function keypad_notice_refs(n notices) returns text[] language sql stable as $$
  select array(
    select d.carrier_ref from notices o join deliveries d on d.notice_id = o.id and d.tenant_id = o.tenant_id
    where o.tenant_id = n.tenant_id and o.id > keypad_first_uuid(n.created_at - interval '5 hours') and o.id <> n.id
      and o.kind = n.kind and o.phone_mark = n.phone_mark and d.carrier_ref is not null)
$$;

-- Records that the carrier surely did not take a notice, as keypad_record_not_sent does for a code.
create or replace function keypad_record_notice_not_sent(p_id uuid, p_wait_ms int, p_max_posts int, p_min_life_s int)
returns boolean language plpgsql as $$
begin
  update deliveries d
    set due_at = clock_timestamp() + make_interval(secs => p_wait_ms / 1000.0), check_at = null
    from notices n
    where d.id = p_id and d.status = 'sending' and d.carrier_ref is null and d.posts < p_max_posts
      and n.tenant_id = d.tenant_id and n.id = d.notice_id
      and keypad_notice_life(n) > p_wait_ms / 1000.0 + p_min_life_s;
  return found;
end $$;

-- Whom the notice of a delivery was for. Null: it carries a code.
create or replace function keypad_notice_account(d deliveries) returns uuid language plpgsql stable as $$
begin
  if d.notice_id is not null then
    return (select n.account_id from notices n where n.tenant_id = d.tenant_id and n.id = d.notice_id);
  end if;
  return null;
end $$;
