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

-- Whoever received visitors or followed customers up before this table was there, did so as a consultant.
INSERT INTO consultant (id, project, person, recorded_by, recorded_at)
SELECT gen_random_uuid(), project, person, person, clock_timestamp()
FROM (SELECT project, receiver AS person FROM visit
      UNION SELECT project, done_by FROM follow_up WHERE done_by IS NOT NULL) known;
