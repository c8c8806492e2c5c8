-- CON-1 … CON-3, CON-6
CREATE TABLE contract (
    id         uuid          PRIMARY KEY,
    deal       uuid          NOT NULL REFERENCES deal,
    project    text          NOT NULL,
    number     text          NOT NULL CHECK (name_key(number) <> ''),
    scheme     text          NOT NULL CHECK (scheme IN ('LUMP_SUM', 'MORTGAGE', 'INSTALMENTS')),
    total      numeric(14,2) NOT NULL CHECK (total > 0),
    order_form uuid          NOT NULL REFERENCES order_form,
    signed_on  date          NOT NULL,
    file_by    date          NOT NULL,
    signed_by  text          NOT NULL,
    signed_at  timestamptz   NOT NULL,
    ended_at   timestamptz
);
-- INV-17: however it is written.
CREATE UNIQUE INDEX contract_number ON contract (project, name_key(number));
CREATE UNIQUE INDEX contract_one_counts ON contract (deal) WHERE ended_at IS NULL;
SELECT audited('contract');

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
