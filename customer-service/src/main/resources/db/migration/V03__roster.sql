-- REC-2, REC-6: who is a consultant of a project, as far as the office has told or they have shown by their work, until they lose
-- the post.
CREATE TABLE consultant (
    id          uuid        PRIMARY KEY,
    project     text        NOT NULL,
    person      text        NOT NULL CHECK (person <> ''),
    recorded_by text        NOT NULL,
    recorded_at timestamptz NOT NULL,
    ended_at    timestamptz,
    UNIQUE (project, person)
);
CREATE INDEX consultant_project ON consultant (project, id) WHERE ended_at IS NULL;
SELECT audited('consultant');
