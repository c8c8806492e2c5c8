-- APR-4: how people sign, as each drew it, sealed; the last one counts. Only their owners and the papers that they signed show them.
CREATE TABLE drawn_signature (
    id       uuid        PRIMARY KEY,
    person   text        NOT NULL,
    strokes  text        NOT NULL CHECK (strokes <> ''),
    drawn_at timestamptz NOT NULL
);
CREATE INDEX drawn_signature_of ON drawn_signature (person, id);
SELECT append_only('drawn_signature');
SELECT audited('drawn_signature');
