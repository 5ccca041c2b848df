-- Writes one evaluated try on a verification that this statement holds, with all that follows from it. Answers the
-- verification's new status.
create or replace function keypad_spend_try(
  v verifications, p_right boolean, p_max_tries int, p_delivery uuid, p_actor text, p_request_id text
) returns text language plpgsql as $$
declare
  next_status text := case when p_right then 'approved' when v.tries + 1 >= p_max_tries then 'locked' else 'pending' end;
begin
  if next_status = 'approved' then
    perform keypad_approve(v, p_delivery, p_actor, p_request_id);
  elsif next_status = 'locked' then
    perform keypad_end_verification(v.id, v.tenant_id, 'locked', 1);
  else
    update verifications x set tries = x.tries + 1, version = x.version + 1
      where x.id = v.id and x.tenant_id = v.tenant_id;
  end if;
  insert into events (tenant_id, kind, actor, verification_id, delivery_id, request_id, data)
    values (v.tenant_id, 'code_tried', p_actor, v.id, p_delivery, p_request_id,
      case when p_right then '{"right": true}'::jsonb else '{"right": false}'::jsonb end);
  if next_status <> 'pending' then
    insert into events (tenant_id, kind, actor, verification_id, delivery_id, request_id)
      values (v.tenant_id, next_status, p_actor, v.id, p_delivery, p_request_id);
  end if;
  return next_status;
end $$;

-- Spends one try and judges it, in one statement: the row is locked, so parallel guesses line up and each of them is
-- counted before anything is told. What is compared are keyed marks, so the time that a comparison takes tells nothing.
-- `outcome` is a TryOutcome of core/verification.ts; null: there is no such verification.
create or replace function keypad_check_code(
  p_id uuid, p_tenant uuid, p_marks bytea[], p_max_tries int, p_actor text, p_request_id text,
  out outcome text, out tries int, out view json
) language plpgsql as $$
declare
  v verifications;
begin
  select * into v from verifications x where x.id = p_id and x.tenant_id = p_tenant and x.status = 'pending' for update;
  -- What is over stays over, so the thousandth guess at it needs no lock and writes nothing.
  if not found then
    select * into v from verifications x where x.id = p_id and x.tenant_id = p_tenant and x.status <> 'pending';
  end if;
  if v.id is null then
    return;
  end if;
  if keypad_expire(v) or v.status <> 'pending' then
    tries := v.tries;
    outcome := case v.status when 'pending' then 'code_expired' when 'expired' then 'code_expired'
      when 'locked' then 'verification_locked' else 'verification_finished' end;
    return;
  end if;
  tries := v.tries + 1;
  if keypad_spend_try(v, v.code_mark = any (p_marks), p_max_tries, null, p_actor, p_request_id) = 'approved' then
    outcome := 'approved';
    view := keypad_view(p_id, p_tenant);
  else
    outcome := 'code_incorrect';
  end if;
end $$;
