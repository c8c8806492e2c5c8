-- APR-4: what people put on the form of a change, as approval-service tells it: for its paper (decision 48). Words and drawings sealed.
CREATE TABLE change_signature (
    id        uuid        PRIMARY KEY,
    approval  uuid        NOT NULL,
    project   text        NOT NULL,
    step      text        NOT NULL,
    role      text        NOT NULL,
    person    text        NOT NULL,
    name      text,
    decision  text        NOT NULL,
    opinion   text,
    drawn     text,
    given     jsonb       NOT NULL,
    signed_at timestamptz NOT NULL
);
COMMENT ON COLUMN change_signature.opinion IS 'Sealed in the place signature, opinion';
COMMENT ON COLUMN change_signature.drawn IS 'Sealed in the place signature, drawn';
CREATE INDEX change_signature_of ON change_signature (approval, id);
SELECT append_only('change_signature');
SELECT audited('change_signature');
