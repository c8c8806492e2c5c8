-- REC-2, REC-6: who is a consultant of a project, as far as the office has told or they have shown by their work.
CREATE TABLE consultant (
    id          uuid        PRIMARY KEY,
    project     text        NOT NULL,
    person      text        NOT NULL CHECK (person <> ''),
    recorded_by text        NOT NULL,
    recorded_at timestamptz NOT NULL,
    UNIQUE (project, person)
);
SELECT audited('consultant');
SELECT append_only('consultant');
