-- Whatever names its instance names its execution as well, and no execution goes before its children. So these guard nothing
-- that other constraints do not, and were checked for every row that comes and goes.
alter table act_ru_execution drop constraint act_fk_exe_procinst;
alter table act_ru_variable drop constraint act_fk_var_procinst;
alter table act_ru_task drop constraint act_fk_task_procinst;
alter table act_ru_incident drop constraint act_fk_inc_procinst;
-- An activity of an order is written down twenty-one times and looked up by its instance. Nobody asks for activities of all
-- instances by time, tenant or process; whoever begins to creates the index that he needs.
drop index act_idx_hi_act_inst_start_end;
drop index act_idx_hi_act_inst_end;
drop index act_idx_hi_act_inst_tenant_id;
drop index act_idx_hi_act_inst_proc_def_key;
drop index act_idx_hi_ai_pdefid_end_time;
