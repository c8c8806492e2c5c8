-- APR-1: who signs a form, in which order; per project, in versions that are never altered.
CREATE TABLE approval_chain (
    id         uuid        PRIMARY KEY,
    project    text        NOT NULL,
    form       text        NOT NULL CHECK (form IN ('DISCOUNT', 'SWAP', 'RENAME', 'REFUND', 'LAYOUT_CHANGE', 'VOID')),
    version    int         NOT NULL CHECK (version > 0),
    steps      jsonb       NOT NULL,
    valid_from date        NOT NULL,
    author     text        NOT NULL,
    reason     text        NOT NULL CHECK (reason <> ''),
    written_at timestamptz NOT NULL,
    UNIQUE (project, form, version)
);
SELECT append_only('approval_chain');
SELECT audited('approval_chain');

-- An approval goes by the chain that it began with.
ALTER TABLE approval ADD FOREIGN KEY (chain) REFERENCES approval_chain;
