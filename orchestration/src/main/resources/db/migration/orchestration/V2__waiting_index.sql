-- The hot look-up of message correlation: which of these instances wait for one of these messages. The engine's own indexes
-- are by message name alone, or by execution.
create index orderflow_idx_event_subscr_waiting on act_ru_event_subscr (proc_inst_id_, event_name_);
