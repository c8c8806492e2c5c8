-- CUS-9: views of the customers' list that somebody has saved: what the list is asked for, for themselves or for the project. What was typed to
-- find one person is not kept.
CREATE TABLE saved_view (
    id         uuid        PRIMARY KEY,
    project    text        NOT NULL,
    person     text        NOT NULL,
    name       text        NOT NULL CHECK (name <> ''),
    shared     boolean     NOT NULL,
    filter     jsonb       NOT NULL,
    saved_at   timestamptz NOT NULL,
    removed_by text,
    removed_at timestamptz,
    CHECK ((removed_at IS NULL) = (removed_by IS NULL))
);
CREATE UNIQUE INDEX saved_view_name ON saved_view (project, person, name_key(name)) WHERE removed_at IS NULL;
CREATE INDEX saved_view_shared ON saved_view (project, id) WHERE shared AND removed_at IS NULL;
SELECT audited('saved_view');
