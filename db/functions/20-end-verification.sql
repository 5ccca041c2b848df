-- The ledger key of a subject. The id is the portal's own and stands beside it in clear, so it needs no secret.
-- Null: no subject. (plpgsql, because a function in SQL that cannot be inlined is planned anew in every transaction.)
create or replace function keypad_subject_mark(p_tenant uuid, p_subject text) returns bytea
language plpgsql immutable strict as $$
begin
  return sha256(convert_to('subject ' || p_tenant || ' ' || p_subject, 'UTF8'));
end $$;

-- Ends a verification: its code is wiped, its version grows, and a call that nobody has answered yet is due for the
-- sweeper, which cancels it at the carrier.
create or replace function keypad_end_verification(p_id uuid, p_tenant uuid, p_status text, p_tries int) returns void
language plpgsql as $$
begin
  update verifications v
    set status = p_status, version = v.version + 1, tries = v.tries + p_tries, ended_at = clock_timestamp(),
        code_sealed = null, code_mark = null, match_digits = null
    where v.id = p_id and v.tenant_id = p_tenant;
  update deliveries d set check_at = clock_timestamp()
    where d.verification_id = p_id and d.channel = 'call' and d.carrier_ref is not null
      and d.status in ('sending', 'unknown', 'sent', 'ringing');
end $$;

-- Writes what follows from approvals: the numbers are proven for their subjects, the short send windows of both are clear
-- again, and the prefixes and countries convert. The last step of a statement, for all its approvals at once and in order,
-- since others wait for these rows and nobody may wait in a circle.
create or replace function keypad_note_approvals(p_ids uuid[]) returns void language plpgsql as $$
declare
  prefixes bytea[];
  countries bytea[];
begin
  insert into send_clearings (mark, cleared_at)
    select m, clock_timestamp() from verifications v, unnest(array[v.phone_mark, keypad_subject_mark(v.tenant_id, v.subject_id)]) m
    where v.id = any (p_ids) and m is not null group by m order by m
    on conflict (mark) do update set cleared_at = excluded.cleared_at;
  insert into proven_numbers (tenant_id, subject_id, phone_mark, proven_at)
    select v.tenant_id, v.subject_id, v.phone_mark, clock_timestamp() from verifications v
    where v.id = any (p_ids) and v.subject_id is not null group by 1, 2, 3 order by 1, 2, 3
    on conflict (tenant_id, subject_id, phone_mark) do update set proven_at = excluded.proven_at;
  select array_agg(v.prefix_mark), array_agg(keypad_country_mark(v.tenant_id, v.country)) into prefixes, countries
    from verifications v
    where v.id = any (p_ids) and exists (select from send_counters c where c.mark = v.prefix_mark);
  if prefixes is not null then
    perform keypad_note_conversions(prefixes, 0, 1);
    perform keypad_note_conversions(countries, 0, 1);
  end if;
end $$;

-- What the holder of a verification sees of it, as one JSON value.
create or replace function keypad_view(p_id uuid, p_tenant uuid) returns json language plpgsql stable as $$
begin
  return (select json_build_object(
    'id', v.id, 'status', v.status, 'version', v.version, 'purpose', v.purpose, 'channel', v.channel,
    'callMode', v.call_mode, 'toMasked', v.to_masked, 'country', v.country, 'lineType', v.line_type,
    'expiresAt', v.expires_at, 'resendAt', v.resend_at, 'tries', v.tries, 'sends', v.sends,
    'matchDigits', v.match_digits,
    'deliveries', (
      select json_agg(json_build_object(
        'id', d.id, 'channel', d.channel, 'status', d.status, 'reason', d.reason, 'at', d.changed_at) order by d.id)
      from deliveries d where d.verification_id = v.id and d.tenant_id = v.tenant_id))
  from verifications v where v.id = p_id and v.tenant_id = p_tenant);
end $$;

-- Ends a verification whose time has come, by this database's clock. True: it was ended just now.
create or replace function keypad_expire(p_verification verifications) returns boolean language plpgsql as $$
begin
  if p_verification.status <> 'pending' or p_verification.expires_at > clock_timestamp() then
    return false;
  end if;
  perform keypad_end_verification(p_verification.id, p_verification.tenant_id, 'expired', 0);
  insert into events (tenant_id, kind, actor, verification_id)
    values (p_verification.tenant_id, 'expired', 'clock', p_verification.id);
  return true;
end $$;

-- Reads a verification for its holder; one whose time has come ends here, before anybody sees it alive.
create or replace function keypad_read(p_id uuid, p_tenant uuid) returns json language plpgsql as $$
declare
  v verifications;
begin
  select * into v from verifications x where x.id = p_id and x.tenant_id = p_tenant;
  if v.status = 'pending' and v.expires_at <= clock_timestamp() then
    select * into v from verifications x where x.id = p_id and x.tenant_id = p_tenant for update;
    perform keypad_expire(v);
  end if;
  return keypad_view(p_id, p_tenant);
end $$;

-- Cancels a verification that is still pending; one that is over stays as it is. Answers what its holder then sees.
create or replace function keypad_cancel(p_id uuid, p_tenant uuid, p_actor text, p_request_id text, out outcome text, out view json)
language plpgsql as $$
declare
  v verifications;
begin
  select * into v from verifications x where x.id = p_id and x.tenant_id = p_tenant and x.account_id is null
    for update;
  if v.id is null then
    return;
  end if;
  outcome := v.status;
  if v.status = 'pending' and not keypad_expire(v) then
    perform keypad_end_verification(p_id, p_tenant, 'canceled', 0);
    insert into events (tenant_id, kind, actor, verification_id, request_id)
      values (p_tenant, 'canceled', p_actor, p_id, p_request_id);
    outcome := 'canceled';
  end if;
  view := keypad_view(p_id, p_tenant);
end $$;
