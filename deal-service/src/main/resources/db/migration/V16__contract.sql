-- CON-5: what differs from the text of the template, with author and approval; it stands on the contract once it is approved.
CREATE TABLE supplementary_term (
    id          uuid        PRIMARY KEY,
    deal        uuid        NOT NULL REFERENCES deal,
    number      int         NOT NULL CHECK (number > 0),
    text        text        NOT NULL,
    author      text        NOT NULL,
    written_at  timestamptz NOT NULL,
    approved_by text,
    approved_at timestamptz,
    UNIQUE (deal, number),
    CHECK ((approved_by IS NULL) = (approved_at IS NULL)),
    CONSTRAINT author_does_not_approve CHECK (approved_by <> author)
);
COMMENT ON COLUMN supplementary_term.text IS 'Sealed: it may say of the buyers what is nobody else''s';
SELECT audited('supplementary_term');
