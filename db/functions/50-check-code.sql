-- Writes one evaluated try on a verification that this statement holds. Answers the verification's new status; what follows
-- from an approval is still to be written (keypad_note_approvals).
create or replace function keypad_spend_try(
  v verifications, p_right boolean, p_max_tries int, p_delivery uuid, p_actor text, p_request_id text
) returns text language plpgsql as $$
declare
  next_status text := case when p_right then 'approved' when v.tries + 1 >= p_max_tries then 'locked' else 'pending' end;
  judged jsonb := case when p_right then '{"right": true}' else '{"right": false}' end;
begin
  if next_status = 'pending' then
    update verifications x set tries = x.tries + 1, version = x.version + 1
      where x.id = v.id and x.tenant_id = v.tenant_id;
    insert into events (tenant_id, kind, actor, verification_id, delivery_id, request_id, data)
      values (v.tenant_id, 'code_tried', p_actor, v.id, p_delivery, p_request_id, judged);
  else
    perform keypad_end_verification(v.id, v.tenant_id, next_status, 1);
    insert into events (tenant_id, kind, actor, verification_id, delivery_id, request_id, data)
      values (v.tenant_id, 'code_tried', p_actor, v.id, p_delivery, p_request_id, judged),
             (v.tenant_id, next_status, p_actor, v.id, p_delivery, p_request_id, null);
  end if;
  if v.account_id is not null then
    perform keypad_count_account_try(v.account_id, v.tenant_id, p_right, p_actor, p_request_id);
  end if;
  return next_status;
end $$;

-- Spends one try and judges it, in one statement: the row is locked, so parallel guesses line up and each of them is
-- counted before anything is told. What is compared are keyed marks, so the time that a comparison takes tells nothing.
-- `outcome` is a TryOutcome of core/verification.ts; null: there is no such verification; 'taken': somebody else holds
-- it, and this statement may not wait. A verification of an account answers to that account's flows alone (`p_account`).
create or replace function keypad_check_code(
  p_id uuid, p_tenant uuid, p_account uuid, p_marks bytea[], p_max_tries int, p_actor text, p_request_id text,
  p_may_wait boolean,
  out outcome text, out tries int, out view json
) language plpgsql as $$
declare
  v verifications;
begin
  if p_may_wait then
    select * into v from verifications x
      where x.id = p_id and x.tenant_id = p_tenant and x.account_id is not distinct from p_account and x.status = 'pending'
      for update;
  else
    select * into v from verifications x
      where x.id = p_id and x.tenant_id = p_tenant and x.account_id is not distinct from p_account and x.status = 'pending'
      for update skip locked;
  end if;
  if not found then
    select * into v from verifications x
      where x.id = p_id and x.tenant_id = p_tenant and x.account_id is not distinct from p_account;
    if v.id is null then
      return;
    elsif v.status = 'pending' then
      outcome := case when not p_may_wait then 'taken' end;
      return;
    end if;
  end if;
  -- What is over stays over, so the thousandth guess at it needs no lock and writes nothing.
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

-- Checks codes one after the other, in one statement and one commit; one row each, in the same order.
create or replace function keypad_check_codes(p_items json, p_may_wait boolean)
returns table (outcome text, tries int, view json) language plpgsql as $$
declare
  item record;
  checked record;
  approved uuid[] := '{}';
begin
  for item in
    select * from json_to_recordset(p_items)
      as x (id uuid, tenant uuid, marks bytea[], max_tries int, actor text, request_id text)
  loop
    checked := keypad_check_code(item.id, item.tenant, null, item.marks, item.max_tries, item.actor,
      item.request_id, p_may_wait);
    outcome := checked.outcome;
    tries := checked.tries;
    view := checked.view;
    if outcome = 'approved' then
      approved := approved || item.id;
    end if;
    return next;
  end loop;
  if approved <> '{}' then
    perform keypad_note_approvals(approved);
  end if;
end $$;
