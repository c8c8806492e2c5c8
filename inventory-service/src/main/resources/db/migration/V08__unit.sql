-- AOF-1: since when a unit is on the list; that it was added is no change that the audit has.
ALTER TABLE unit ADD COLUMN listed_at timestamptz NOT NULL DEFAULT '-infinity';
ALTER TABLE unit ALTER COLUMN listed_at SET DEFAULT this_moment();
SELECT as_of('unit', 'project');
SELECT as_of('building', 'project');
