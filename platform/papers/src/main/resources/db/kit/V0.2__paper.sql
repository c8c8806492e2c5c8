-- PAP-2: what was printed, as it was: the template and what it was filled with, sealed (CUS-6), with the hash of both.
CREATE SEQUENCE paper_number;
CREATE TABLE printed_paper (
    id               uuid        PRIMARY KEY,
    number           text        NOT NULL UNIQUE,
    project          text        NOT NULL,
    paper            text        NOT NULL,
    title            text        NOT NULL,
    template_version int         NOT NULL CHECK (template_version > 0),
    subject          uuid        NOT NULL,
    key              text,
    belongs_to       uuid        NOT NULL,
    sealed           bytea       NOT NULL,
    hash             text        NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
    kept_at          timestamptz NOT NULL
);
CREATE INDEX printed_paper_of ON printed_paper (belongs_to, id);
CREATE INDEX printed_paper_of_subject ON printed_paper (subject, paper, id);
COMMENT ON COLUMN printed_paper.subject IS 'What it shows, e.g. an order form';
COMMENT ON COLUMN printed_paper.key IS 'What of the project it is about, where it shows no single thing, e.g. a week';
COMMENT ON COLUMN printed_paper.belongs_to IS 'Among whose papers it is listed, e.g. the deal''s';
SELECT append_only('printed_paper');

-- CUS-7: each is sealed under a key of its own, wrapped by the service's: without it nobody reads the paper any more,
-- which is how one is forgotten that must be. That it was printed stays.
CREATE TABLE paper_key (
    paper   uuid PRIMARY KEY REFERENCES printed_paper,
    wrapped text
);

-- Each time it left the printer: by whom, when, how many copies.
CREATE TABLE paper_print (
    id         uuid        PRIMARY KEY,
    paper      uuid        NOT NULL REFERENCES printed_paper,
    copies     int         NOT NULL CHECK (copies BETWEEN 1 AND 99),
    printed_by text        NOT NULL,
    printed_at timestamptz NOT NULL
);
CREATE INDEX paper_print_of ON paper_print (paper, id);
SELECT append_only('paper_print');
SELECT audited('paper_print');

-- What people are called on paper, as their tokens say.
CREATE TABLE paper_person (
    person    text PRIMARY KEY,
    full_name text NOT NULL
);

-- PAP-2: fields that a project has added to a paper: never removed; a later version of a field has another label or value.
CREATE TABLE paper_field (
    id       uuid        PRIMARY KEY,
    project  text        NOT NULL,
    paper    text        NOT NULL,
    version  int         NOT NULL CHECK (version > 0),
    key      text        NOT NULL CHECK (key ~ '^added[0-9]+$'),
    label    text        NOT NULL CHECK (label <> ''),
    behind   text,
    value    text,
    added_by text        NOT NULL,
    added_at timestamptz NOT NULL,
    UNIQUE (project, paper, version)
);
COMMENT ON COLUMN paper_field.version IS 'Of the fields that this project added to this paper';
COMMENT ON COLUMN paper_field.behind IS 'The label behind whose row it stands; none: behind the last row';
COMMENT ON COLUMN paper_field.value IS 'What always stands there; none: it is typed at the print';
SELECT append_only('paper_field');
SELECT audited('paper_field');
