-- The budget of an account: one for all its factors, channels and logins, kept in its row, so that whoever holds the row
-- decides alone. The numbers are those of core/limits.ts; test/db/account-budget.test.ts holds the two together.

-- Why nobody gets into an account now: `reason` null: somebody may. `until` null: until support helps.
create or replace function keypad_account_lock(a accounts, out reason text, out until timestamptz)
language plpgsql stable as $$
begin
  if (select count(*) from unnest(a.failed_at) f where f > clock_timestamp() - interval '30 days') >= 50 then
    reason := 'too_many_wrong_lately';
  elsif a.locked_until > clock_timestamp() then
    reason := 'too_many_wrong';
    until := a.locked_until;
  end if;
end $$;

-- Whether an account is locked now. The caller holds its row.
create or replace function keypad_is_locked(p_account uuid, p_tenant uuid) returns boolean language plpgsql as $$
declare
  a accounts;
begin
  select * into a from accounts x where x.id = p_account and x.tenant_id = p_tenant;
  return (keypad_account_lock(a)).reason is not null;
end $$;

-- Counts one evaluated try of an account. Ten wrong in a row lock it, for 15 minutes, an hour, then a day; a right one
-- clears the row and the ladder, never the thirty days.
create or replace function keypad_count_account_try(
  p_account uuid, p_tenant uuid, p_right boolean, p_actor text, p_request_id text
) returns void language plpgsql as $$
declare
  a accounts;
  waits interval[] := array['15 minutes', '1 hour', '24 hours'];
begin
  if p_right then
    update accounts x set failures_in_row = 0, lock_step = 0, locked_until = null
      where x.id = p_account and x.tenant_id = p_tenant and (x.failures_in_row > 0 or x.lock_step > 0);
    return;
  end if;
  update accounts x
    set failures_in_row = (x.failures_in_row + 1) % 10,
        failed_at = x.failed_at[cardinality(x.failed_at) - 48 :] || clock_timestamp(),
        lock_step = case when x.failures_in_row + 1 = 10 then least(x.lock_step + 1, 3) else x.lock_step end,
        locked_until = case when x.failures_in_row + 1 = 10
          then clock_timestamp() + waits[least(x.lock_step + 1, 3)] else x.locked_until end
    where x.id = p_account and x.tenant_id = p_tenant
    returning * into a;
  if (keypad_account_lock(a)).reason is not null then
    perform keypad_end_account_verifications(p_account, p_tenant, 'phone_change');
    insert into events (tenant_id, kind, actor, account_id, request_id, data)
      values (p_tenant, 'locked', p_actor, p_account, p_request_id,
        json_build_object('reason', (keypad_account_lock(a)).reason, 'until', (keypad_account_lock(a)).until)::jsonb);
  end if;
  perform keypad_tell_of_failures(a, p_actor, p_request_id);
end $$;

-- Cancels what runs for an account: its code dies with a lock, a new password, or the end of its sessions.
create or replace function keypad_end_account_verifications(p_account uuid, p_tenant uuid, p_purpose text)
returns void language plpgsql as $$
declare
  v record;
begin
  for v in select x.id from verifications x
    where x.tenant_id = p_tenant and x.subject_id = keypad_account_subject(p_account) and x.status = 'pending'
      and (p_purpose is null or x.purpose = p_purpose)
    for update
  loop
    perform keypad_end_verification(v.id, p_tenant, 'canceled', 0);
    insert into events (tenant_id, kind, actor, verification_id, account_id, data)
      values (p_tenant, 'canceled', 'clock', v.id, p_account, '{"cause": "account"}');
  end loop;
end $$;

-- The subject under which an account's verifications run. No portal can name it: its ids hold no control character.
create or replace function keypad_account_subject(p_account uuid) returns text language sql immutable as $$
  select chr(2) || p_account
$$;

-- Everything the rules ask about a person, as one JSON value. The caller holds the account's row.
create or replace function keypad_person(a accounts) returns json language plpgsql stable as $$
begin
  return (select json_build_object(
    'id', a.id, 'displayName', a.display_name, 'userType', a.user_type, 'role', a.role, 'locale', a.locale,
    'override', a.factor_override, 'subjectId', a.subject_id, 'credentialId', a.credential_id,
    'usernameSealed', (select c.username_sealed from credentials c where c.tenant_id = a.tenant_id and c.id = a.credential_id),
    'phone', json_build_object('sealed', a.phone_sealed, 'masked', a.phone_masked, 'country', a.phone_country,
      'provenAt', a.phone_proven_at),
    'pending', json_build_object('sealed', a.pending_sealed, 'masked', a.pending_masked, 'country', a.pending_country,
      'lineType', a.pending_line_type, 'fault', a.pending_fault),
    'totp', f.totp, 'pin', f.pin, 'recoveryCodes', f.codes,
    -- Hardly anybody is locked, and the whole list of wrong answers is looked at only where it is long enough.
    'lock', case when a.locked_until is not null or cardinality(a.failed_at) >= 50 then (
      select case when l.reason is not null then json_build_object('reason', l.reason, 'until', l.until) end
      from keypad_account_lock(a) l) end,
    'bypass', (select b.kind from bypasses b where b.tenant_id = a.tenant_id and b.account_id = a.id
      and b.used_at is null and b.expires_at > clock_timestamp() order by b.id desc limit 1),
    'tenantRules', (select coalesce(json_agg(json_build_object('country', p.country, 'rule', p.rule)), '[]')
      from policies p where p.tenant_id = a.tenant_id and p.user_type = a.user_type and p.organization_id is null),
    'organizations', (select coalesce(json_agg(json_build_object('id', o.id, 'country', o.country, 'rule', p.rule)
        order by o.id), '[]')
      from memberships m
      join organizations o on o.tenant_id = m.tenant_id and o.id = m.organization_id
      left join policies p on p.tenant_id = o.tenant_id and p.organization_id = o.id and p.user_type = a.user_type
      where m.tenant_id = a.tenant_id and m.account_id = a.id))
  from (
    select coalesce(bool_or(t.kind = 'totp' and t.confirmed_at is not null), false) as totp,
      coalesce(bool_or(t.kind = 'pin'), false) as pin,
      count(*) filter (where t.kind = 'recovery_code' and t.used_at is null) as codes
    from authenticators t where t.tenant_id = a.tenant_id and t.account_id = a.id) f);
end $$;

-- Takes an account's row and tells everything the rules ask about it. Null: there is no such account. `no key`: whoever has
-- just written a row that refers to the account shares its key, and two of them must not wait for each other.
create or replace function keypad_hold_person(p_account uuid, p_tenant uuid) returns json language plpgsql as $$
declare
  a accounts;
begin
  select * into a from accounts x where x.id = p_account and x.tenant_id = p_tenant for no key update;
  return case when a.id is not null then keypad_person(a) end;
end $$;

-- The same without taking the row, for reading.
create or replace function keypad_read_person(p_account uuid, p_tenant uuid) returns json language plpgsql stable as $$
declare
  a accounts;
begin
  select * into a from accounts x where x.id = p_account and x.tenant_id = p_tenant;
  return case when a.id is not null then keypad_person(a) end;
end $$;
