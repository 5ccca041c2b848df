-- The chain over a tenant's events (docs/decisions/012-audit-chain.md).

-- The hash of a link: SHA-256 over the hash before it and every column of its event, written as a JSON array. A column that
-- comes later joins the array only in rows where it is not null; otherwise no older link would hold any more.
create or replace function keypad_event_hash(p_before bytea, e events) returns bytea language sql stable as $$
  select sha256(p_before || convert_to(jsonb_build_array(
    e.id, e.tenant_id, (extract(epoch from e.at) * 1000000)::bigint, e.kind, e.actor, e.verification_id, e.delivery_id,
    e.account_id, e.login_id, e.request_id, e.data::text)::text, 'UTF8'))
$$;

-- Looks at up to `p_limit` events above the id `p_after` and links those that have no link yet. Every row that is visible
-- is committed, so none that was linked can vanish. Null `linked`: somebody else is linking.
-- `mark` is above all transactions that may hold ids up to `seen_to`; `is_over` says of an earlier mark that they were
-- over before this looked.
create or replace function keypad_link_events(
  p_after bigint, p_limit int, p_mark xid8,
  out linked int, out seen_to bigint, out is_all boolean, out is_over boolean, out mark xid8
) language plpgsql as $$
declare
  e events;
  tenant uuid;
  place bigint;
  head bytea;
begin
  if not pg_try_advisory_xact_lock(7239467) then
    return;
  end if;
  is_over := pg_snapshot_xmin(pg_current_snapshot()) >= p_mark;
  select count(*) < p_limit, coalesce(max(w.id), p_after) into is_all, seen_to
    from (select x.id from events x where x.id > p_after order by x.id limit p_limit) w;
  linked := 0;
  for e in
    select x.* from events x
    where x.id > p_after and x.id <= seen_to
      and not exists (select from event_links l where l.event_id = x.id and l.event_id > p_after and l.event_id <= seen_to)
    order by x.tenant_id, x.id
  loop
    if e.tenant_id is distinct from tenant then
      tenant := e.tenant_id;
      select l.seq, l.hash into place, head from event_links l where l.tenant_id = tenant order by l.seq desc limit 1;
      place := coalesce(place, 0);
      head := coalesce(head, '');
    end if;
    place := place + 1;
    head := keypad_event_hash(head, e);
    insert into event_links (tenant_id, seq, event_id, hash) values (tenant, place, e.id, head);
    linked := linked + 1;
  end loop;
  if seen_to > p_after then
    mark := pg_current_xact_id();
  end if;
end $$;

-- Judges up to `p_limit` links after the place `p_after`, whose hash is `p_before`: how many hold, the hash and time of the
-- last of them, whether `p_expect` is among them, and the event of the first link that does not fit. It does not fit when
-- its event is gone or different, when it is different itself, or when something before it was taken out.
create or replace function keypad_verify_links(
  p_tenant uuid, p_after bigint, p_before bytea, p_limit int, p_expect bytea,
  out looked int, out holding int, out head bytea, out linked_at timestamptz, out has_expected boolean, out broken bigint
) language sql stable as $$
  with judged as (
    select l.seq, l.event_id, l.hash, e.at, e.id is not null and l.seq = p_after + row_number() over w
      and l.hash = keypad_event_hash(lag(l.hash, 1, p_before) over w, e) as fits
    from (select * from event_links x where x.tenant_id = p_tenant and x.seq > p_after order by x.seq limit p_limit) l
      left join events e on e.id = l.event_id and e.tenant_id = l.tenant_id
    window w as (order by l.seq)
  ), first as (select min(j.seq) as seq from judged j where not j.fits)
  select count(*)::int, (count(*) filter (where h.holds))::int,
    (array_agg(j.hash order by j.seq desc) filter (where h.holds))[1],
    (array_agg(j.at order by j.seq desc) filter (where h.holds))[1],
    coalesce(bool_or(j.hash = p_expect) filter (where h.holds), false),
    (array_agg(j.event_id order by j.seq) filter (where not h.holds))[1]
  from judged j, first f, lateral (select coalesce(j.seq < f.seq, true) as holds) h
$$;

-- Looks at up to `p_limit` events of all tenants above the id `p_after`: how many of this tenant's have no link, and the
-- first of those that is older than `p_late_before`, which no linker can have left out.
create or replace function keypad_count_unlinked(
  p_tenant uuid, p_after bigint, p_limit int, p_late_before timestamptz,
  out looked int, out seen_to bigint, out unlinked int, out late bigint
) language sql stable as $$
  with part as (
    select e.id, e.at, e.tenant_id = p_tenant
      and not exists (select from event_links l where l.event_id = e.id and l.tenant_id = e.tenant_id) as is_loose
    from (select x.* from events x where x.id > p_after order by x.id limit p_limit) e
  )
  select count(*)::int, max(p.id), (count(*) filter (where p.is_loose))::int,
    min(p.id) filter (where p.is_loose and p.at < p_late_before)
  from part p
$$;
