-- These tables fill and empty all day. Room on the page keeps updates off the indexes, and statistics that follow quickly
-- keep the planner from choosing a plan for a table that is no longer that small or that large.
alter table act_ru_execution set (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
alter table act_ru_event_subscr set (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
alter table act_ru_variable set (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
