-- What people call somebody who works here, as their token said last, and the projects that they were bound to then.
CREATE TABLE colleague (
    person   text        PRIMARY KEY,
    name     text        NOT NULL CHECK (name <> ''),
    projects text[]      NOT NULL,
    told_at  timestamptz NOT NULL
);
CREATE INDEX colleague_projects ON colleague USING gin (projects);
SELECT audited('colleague', 'person');
