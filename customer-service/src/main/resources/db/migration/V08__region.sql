-- CUS-2: where each project lies, as inventory-service tells when it is opened.
CREATE TABLE opened_project (
    code      text        PRIMARY KEY,
    name      text        NOT NULL,
    region    text        NOT NULL CHECK (region <> ''),
    city      text,
    opened_at timestamptz NOT NULL
);
