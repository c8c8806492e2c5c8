-- CUS-6: who looked at whose personal data in full, by which right, and when; only ever added to.
CREATE TABLE look (
    id        uuid        PRIMARY KEY,
    project   text        NOT NULL,
    subject   text        NOT NULL CHECK (subject <> ''),
    of        uuid        NOT NULL,
    by        text        NOT NULL,
    by_right  text        NOT NULL CHECK (by_right IN ('OWNER', 'SITE_MANAGER')),
    looked_at timestamptz NOT NULL
);
CREATE INDEX look_project ON look (project, id);
CREATE INDEX look_of ON look (of, id);
CREATE INDEX look_by ON look (by, id);
COMMENT ON COLUMN look.subject IS 'What kind of thing the data belong to, e.g. customer';
SELECT append_only('look');
CREATE TRIGGER look_no_truncate BEFORE TRUNCATE ON look FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
