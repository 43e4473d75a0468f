-- Columns that hardly any row fills: of executions only an instance has a business key and only a called one a caller, of
-- variables only those of a task, of a batch or with bytes name them. An index without the empty ones answers the same
-- questions, because nobody looks for nothing, and costs the others no entry.
drop index act_idx_exe_super;
drop index act_idx_exec_buskey;
drop index act_idx_variable_task_id;
drop index act_idx_variable_task_name_type;
drop index act_idx_var_bytearray;
drop index act_idx_batch_id;
drop index act_idx_event_subscr_config_;
create index act_idx_exe_super on act_ru_execution (super_exec_) where super_exec_ is not null;
create index act_idx_exec_buskey on act_ru_execution (business_key_) where business_key_ is not null;
create index act_idx_variable_task_id on act_ru_variable (task_id_) where task_id_ is not null;
create index act_idx_variable_task_name_type on act_ru_variable (task_id_, name_, type_) where task_id_ is not null;
create index act_idx_var_bytearray on act_ru_variable (bytearray_id_) where bytearray_id_ is not null;
create index act_idx_batch_id on act_ru_variable (batch_id_) where batch_id_ is not null;
create index act_idx_event_subscr_config_ on act_ru_event_subscr (configuration_) where configuration_ is not null;
-- The end of an activity is written into its row. With room on the page, and without an index that holds the end, this touches
-- no index at all. Activities are looked up by their instance; counting those of all instances of a process, as the engine's
-- historic statistics do, reads the table.
drop index act_idx_hi_act_inst_comp;
drop index act_idx_hi_act_inst_stats;
alter table act_hi_actinst set (fillfactor = 80);
-- Whoever gives an execution a task, an external task or a called instance changes or creates the execution's own row in the
-- same transaction, so that its revision guards what these constraints did. Those of variables, subscriptions, incidents and
-- children stay: they may come to an execution whose row nobody changes.
alter table act_ru_execution drop constraint act_fk_exe_super;
alter table act_ru_task drop constraint act_fk_task_exe;
alter table act_ru_ext_task drop constraint act_fk_ext_task_exe;
-- These tables are as large again in a minute. Giving the end of the file back needs them to itself, and everybody waits.
alter table act_ru_execution set (vacuum_truncate = false);
alter table act_ru_event_subscr set (vacuum_truncate = false);
alter table act_ru_variable set (vacuum_truncate = false);
