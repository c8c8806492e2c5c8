-- TRK-7: of whom it was told where they work now, and who saw to theirs when that last changed. Of whom nothing was told works here.
CREATE TABLE worker (
    person             text   PRIMARY KEY,
    projects           text[] NOT NULL,
    successor          text   CHECK (successor <> person),
    successor_projects text[] NOT NULL,
    CHECK (successor IS NOT NULL OR cardinality(successor_projects) = 0)
);
COMMENT ON COLUMN worker.projects IS 'In which they hold a post; * for every one';
SELECT audited('worker', 'person');
