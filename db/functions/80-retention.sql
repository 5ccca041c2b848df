-- The smallest UUID v7 of an instant: rows older than it are found through the primary key.
create or replace function keypad_first_uuid(at timestamptz) returns uuid language sql immutable as $$
  select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '70008000000000000000')::uuid
$$;
