-- The audit trail is only ever added to. Nobody but a superuser can change or take away an event or its link, not even the
-- role that owns the tables and that Keypad runs as; what a superuser does shows in the chain (90-event-links.sql).
create or replace function keypad_refuse_change() returns trigger language plpgsql as $$
begin
  if (select r.rolsuper from pg_roles r where r.rolname = current_user) then
    return null;
  end if;
  raise exception 'events are only ever added to' using errcode = 'insufficient_privilege';
end $$;

create or replace trigger events_append_only before update or delete or truncate on events
  for each statement execute function keypad_refuse_change();
create or replace trigger event_links_append_only before update or delete or truncate on event_links
  for each statement execute function keypad_refuse_change();
