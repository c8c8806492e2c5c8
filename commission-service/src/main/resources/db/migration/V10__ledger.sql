-- AOF-1: from when on an entry counts, the same moment as all that its transaction changed; and which commissions were disputed then.
ALTER TABLE commission_entry ADD COLUMN recorded_at timestamptz NOT NULL DEFAULT '-infinity';
ALTER TABLE commission_entry ALTER COLUMN recorded_at SET DEFAULT this_moment();
SELECT as_of('commission', 'id');
