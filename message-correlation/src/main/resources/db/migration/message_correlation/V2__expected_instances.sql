-- A message may come before its instance. Whoever keeps it for later writes the key down, so that the row can be locked: the
-- start of the instance then waits for it, or it for the start, and neither misses the other.
alter table process_instance_ledger alter column process_key drop not null;
alter table process_instance_ledger alter column started_at drop not null;
