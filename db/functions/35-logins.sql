-- A login with all that its rules look at. Locks go from the account to the login to the verification, here and
-- everywhere, so that nothing waits in a circle.
create or replace function keypad_hold_login(p_id uuid, p_tenant uuid) returns json language plpgsql as $$
declare
  l logins;
  person json;
begin
  select * into l from logins x where x.id = p_id and x.tenant_id = p_tenant;
  if l.account_id is not null then
    person := keypad_hold_person(l.account_id, p_tenant);
  end if;
  select * into l from logins x where x.id = p_id and x.tenant_id = p_tenant for update;
  if l.id is null then
    return null;
  end if;
  if l.status = 'pending' and l.expires_at <= clock_timestamp() then
    update logins x set status = 'expired', version = x.version + 1
      where x.id = p_id and x.tenant_id = p_tenant returning * into l;
  end if;
  return keypad_login_view(l, person);
end $$;

-- Begins a login, with its event, and holds it as above. `p_account` null: the only account of the credential, or, where
-- there are several, a profile that is yet to be chosen. Null: the credential opens none.
create or replace function keypad_begin_login(
  p_id uuid, p_tenant uuid, p_credential uuid, p_account uuid, p_state jsonb, p_session uuid, p_life_s float8,
  p_actor text, p_request_id text
) returns json language plpgsql as $$
declare
  l logins;
  person json;
  opened uuid[] := array[p_account];
begin
  if p_account is null then
    opened := array(select a.id from accounts a where a.tenant_id = p_tenant and a.credential_id = p_credential limit 2);
    if opened = '{}' then
      return null;
    end if;
  end if;
  if cardinality(opened) = 1 then
    person := keypad_hold_person(opened[1], p_tenant);
  end if;
  insert into logins as x (id, tenant_id, credential_id, account_id, state, session_id, expires_at)
    values (p_id, p_tenant, p_credential, case when cardinality(opened) = 1 then opened[1] end, p_state, p_session,
      clock_timestamp() + make_interval(secs => p_life_s))
    returning * into l;
  insert into events (tenant_id, kind, actor, account_id, login_id, request_id, data)
    values (p_tenant, 'login_started', p_actor, l.account_id, p_id, p_request_id,
      jsonb_build_object('kind', p_state -> 'kind'));
  return keypad_login_view(l, person);
end $$;

-- Looks again at everything around a login that is held, with the account and the verification that it has come to.
create or replace function keypad_look_again(p_id uuid, p_tenant uuid, p_account uuid, p_verification uuid)
returns json language plpgsql as $$
declare
  l logins;
begin
  select * into l from logins x where x.id = p_id and x.tenant_id = p_tenant;
  l.account_id := p_account;
  l.verification_id := p_verification;
  return keypad_login_view(l, case when p_account is not null then keypad_hold_person(p_account, p_tenant) end);
end $$;

-- The login as the doors read it. `version` is that of the row; what callers see adds the verification's.
create or replace function keypad_login_view(l logins, person json) returns json language plpgsql as $$
begin
  return json_build_object(
    'id', l.id, 'status', l.status, 'version', l.version, 'state', l.state, 'credentialId', l.credential_id,
    'accountId', l.account_id, 'verificationId', l.verification_id, 'sessionId', l.session_id,
    'expiresAt', l.expires_at, 'person', person,
    'profiles', case when l.account_id is null then (
      select json_agg(json_build_object('id', a.id, 'displayName', a.display_name, 'userType', a.user_type) order by a.id)
      from accounts a where a.tenant_id = l.tenant_id and a.credential_id = l.credential_id) end,
    'verification', case when l.verification_id is not null then keypad_read(l.verification_id, l.tenant_id) end);
end $$;

-- Writes what a step came to. The caller holds the login's row.
create or replace function keypad_save_login(
  p_id uuid, p_tenant uuid, p_status text, p_version int, p_state jsonb, p_account uuid, p_verification uuid, p_session uuid
) returns void language plpgsql as $$
begin
  update logins x
    set status = p_status, version = p_version, state = p_state, account_id = p_account,
        verification_id = p_verification, session_id = p_session
    where x.id = p_id and x.tenant_id = p_tenant;
end $$;

-- Ends a login with a session, and writes what it came to. Answers when the session ends at the latest. The caller holds the
-- login. `p_renewed` is the session that a step-up renews.
create or replace function keypad_finish_login(
  p_id uuid, p_tenant uuid, p_version int, p_state jsonb, p_account uuid, p_verification uuid, p_session uuid,
  p_renewed uuid, p_token_hash bytea, p_amr text[], p_assurance text, p_enroll_only boolean, p_has_factor boolean,
  p_life_s float8, p_actor text, p_request_id text,
  out expires_at timestamptz
) language plpgsql as $$
begin
  insert into sessions as s (id, tenant_id, account_id, token_hash, amr, assurance, enroll_only, factor_at, expires_at)
    values (p_session, p_tenant, p_account, p_token_hash, p_amr, p_assurance, p_enroll_only,
      case when p_has_factor then clock_timestamp() end, clock_timestamp() + make_interval(secs => p_life_s))
    returning s.expires_at into expires_at;
  if p_renewed is not null then
    update sessions s set ended_at = clock_timestamp()
      where s.tenant_id = p_tenant and s.account_id = p_account and s.id = p_renewed and s.ended_at is null;
  end if;
  perform keypad_save_login(p_id, p_tenant, 'done', p_version, p_state, p_account, p_verification, p_session);
  insert into events (tenant_id, kind, actor, account_id, login_id, request_id, data)
    values (p_tenant, 'login_finished', p_actor, p_account, p_id, p_request_id,
      jsonb_build_object('amr', p_amr, 'assurance', p_assurance, 'enrollOnly', p_enroll_only));
end $$;

-- Counts an answer that was compared in a login against the account's budget, and notes it. Answers whether it counts as
-- right: a code of an app (`p_app`) uses up its time step, and one that was used before is wrong. The caller holds both rows.
create or replace function keypad_note_answer(
  p_id uuid, p_tenant uuid, p_account uuid, p_factor text, p_right boolean, p_app uuid, p_step bigint,
  p_actor text, p_request_id text
) returns boolean language plpgsql as $$
declare
  is_right boolean := p_right;
begin
  if p_app is not null then
    update authenticators a set last_step = p_step
      where a.id = p_app and a.tenant_id = p_tenant and a.account_id = p_account and a.confirmed_at is not null
        and (a.last_step is null or a.last_step < p_step);
    is_right := p_right and found;
  end if;
  perform keypad_count_account_try(p_account, p_tenant, is_right, p_actor, p_request_id);
  insert into events (tenant_id, kind, actor, account_id, login_id, request_id, data)
    values (p_tenant, 'factor_tried', p_actor, p_account, p_id, p_request_id,
      jsonb_build_object('factor', p_factor, 'right', is_right));
  return is_right;
end $$;

-- The versions of many logins at once, for those who wait.
create or replace function keypad_login_versions(p_ids uuid[])
returns table (id uuid, version int, overdue boolean) language sql stable as $$
  select l.id, l.version + coalesce(v.version, 0), l.status = 'pending' and (l.expires_at <= clock_timestamp()
      or v.status = 'pending' and v.expires_at <= clock_timestamp())
  from logins l left join verifications v on v.id = l.verification_id and v.tenant_id = l.tenant_id
  where l.id = any (p_ids)
$$;
