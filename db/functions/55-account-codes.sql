-- Checks a code of an account's verification inside the account's budget: the account is held first, so that of all its
-- logins and channels one try is judged at a time, and nothing is compared while it is locked.
create or replace function keypad_check_account_code(
  p_id uuid, p_tenant uuid, p_account uuid, p_marks bytea[], p_max_tries int, p_actor text, p_request_id text,
  out outcome text, out tries int, out view json
) language plpgsql as $$
declare
  a accounts;
begin
  select * into a from accounts x where x.id = p_account and x.tenant_id = p_tenant for update;
  if a.locked_until is not null or cardinality(a.failed_at) >= 50 then
    if not exists (
      select from verifications v where v.id = p_id and v.tenant_id = p_tenant and v.account_id = p_account) then
      return;
    elsif (keypad_account_lock(a)).reason is not null then
      outcome := 'account_locked';
      tries := 0;
      return;
    end if;
  end if;
  select c.outcome, c.tries, c.view into outcome, tries, view
    from keypad_check_code(p_id, p_tenant, p_account, p_marks, p_max_tries, p_actor, p_request_id, true) c;
  if outcome = 'approved' then
    perform keypad_note_approvals(array[p_id]);
  end if;
end $$;
