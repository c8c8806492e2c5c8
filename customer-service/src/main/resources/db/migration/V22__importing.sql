-- CUS-8: files of an older system (导入): what was sent, what it would do, how far it has come. Counts up to `bad` are of the preview,
-- those behind it of the run; `at_line` is where it goes on, written in the transaction of the rows before it (decision 40).
CREATE TABLE customer_import (
    id          uuid        PRIMARY KEY,
    project     text        NOT NULL,
    kind        text        NOT NULL CHECK (kind IN ('CUSTOMERS', 'FOLLOW_UPS', 'VISITS')),
    format      text        NOT NULL CHECK (format IN ('CSV', 'XLSX')),
    state       text        NOT NULL CHECK (state IN ('READY', 'RUNNING', 'STOPPED', 'DONE', 'LAPSED')),
    mode        text        CHECK (mode IN ('APPEND', 'UPDATE', 'SKIP')),
    reason      text,
    read        text        NOT NULL,
    sheets      text        NOT NULL,
    consultants text        NOT NULL,
    rows        int         NOT NULL,
    fresh       int         NOT NULL,
    known       int         NOT NULL,
    duplicates  int         NOT NULL,
    bad         int         NOT NULL,
    at_line     bigint      NOT NULL DEFAULT 0,
    worked      int         NOT NULL DEFAULT 0,
    added       int         NOT NULL DEFAULT 0,
    updated     int         NOT NULL DEFAULT 0,
    left_alone  int         NOT NULL DEFAULT 0,
    merged      int         NOT NULL DEFAULT 0,
    failed      int         NOT NULL DEFAULT 0,
    sent_by     text        NOT NULL,
    sent_at     timestamptz NOT NULL,
    run_by      text,
    run_at      timestamptz,
    ended_at    timestamptz,
    CHECK (state IN ('READY', 'LAPSED') OR (mode IS NOT NULL AND run_by IS NOT NULL AND run_at IS NOT NULL))
);
CREATE INDEX customer_import_project ON customer_import (project, id);
CREATE INDEX customer_import_kept ON customer_import (id) WHERE state <> 'LAPSED';
COMMENT ON COLUMN customer_import.reason IS 'Sealed: what is written into the history of customers that it changes';

-- One run per project at a time: whoever starts takes the project's row, and each slice of the run locks it.
CREATE TABLE customer_import_turn (
    project text        PRIMARY KEY,
    import  uuid        NOT NULL UNIQUE REFERENCES customer_import,
    next_at timestamptz NOT NULL
);

-- Rows between the upload and their writing, sealed; by fingerprints they are held against each other and against what is known. They go
-- with the slice that has written them; those that could not be written stay until the error file lapses.
CREATE TABLE customer_import_row (
    import  uuid    NOT NULL REFERENCES customer_import DEFERRABLE INITIALLY DEFERRED,
    line    bigint  NOT NULL,
    sheet   int     NOT NULL,
    cells   bytea   NOT NULL,
    phone   text,
    number  text,
    key     text,
    twin_of bigint,
    known   boolean NOT NULL DEFAULT false,
    reasons text    NOT NULL,
    PRIMARY KEY (import, line)
);
CREATE INDEX customer_import_row_phone ON customer_import_row (import, phone) WHERE phone IS NOT NULL;
CREATE INDEX customer_import_row_number ON customer_import_row (import, number) WHERE number IS NOT NULL;
CREATE INDEX customer_import_row_key ON customer_import_row (import, key) WHERE key IS NOT NULL;
CREATE INDEX customer_import_row_twin ON customer_import_row (import, twin_of) WHERE twin_of IS NOT NULL;

-- What came from where: the import (and so who imported it and when) and the author as the file names them, beside the record, which has
-- its own date. The key finds a row that comes a second time: a fingerprint of the older system's number or of the phone, of a talk or
-- visit that of its customer, moment, author and words.
CREATE TABLE imported_record (
    project  text NOT NULL,
    kind     text NOT NULL CHECK (kind IN ('CUSTOMERS', 'FOLLOW_UPS', 'VISITS')),
    key      text NOT NULL,
    record   uuid NOT NULL,
    customer uuid NOT NULL REFERENCES customer,
    import   uuid NOT NULL REFERENCES customer_import,
    author   text,
    PRIMARY KEY (project, kind, key)
);
CREATE INDEX imported_record_customer ON imported_record (customer);
SELECT append_only('imported_record');
