-- CUS-1: by what customers heard of the project, as the printed form has it, and the office's own. The nine printed ones need no row: one that
-- is here says that the project has retired it. Nothing is deleted: customers keep the word they were registered with.
CREATE TABLE customer_source (
    id         uuid        PRIMARY KEY,
    project    text        NOT NULL,
    name       text        NOT NULL CHECK (name <> ''),
    changed_by text        NOT NULL,
    changed_at timestamptz NOT NULL,
    retired    boolean     NOT NULL
);
CREATE UNIQUE INDEX customer_source_name ON customer_source (project, name_key(name));
SELECT audited('customer_source');
