-- AOF-1: what is only ever added to keeps from when on it counts, the same moment as all that its transaction changed.
ALTER TABLE ledger_entry ADD COLUMN recorded_at timestamptz NOT NULL DEFAULT '-infinity';
ALTER TABLE ledger_entry ALTER COLUMN recorded_at SET DEFAULT this_moment();
CREATE INDEX ledger_entry_recorded ON ledger_entry (project, recorded_at);
ALTER TABLE allocation ADD COLUMN recorded_at timestamptz NOT NULL DEFAULT '-infinity';
ALTER TABLE allocation ALTER COLUMN recorded_at SET DEFAULT this_moment();
SELECT as_of('schedule_line', 'deal');
SELECT as_of('receipt', 'id');
