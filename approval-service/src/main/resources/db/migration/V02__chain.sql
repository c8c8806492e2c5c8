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
    UNIQUE (project, form, version),
    UNIQUE (id, author),
    -- APR-7: the first version is that of the printed form; administrators sign nothing, and the author no form of the chain.
    CHECK ((version = 1) = (author = 'anchang')),
    CONSTRAINT administrators_sign_nothing
        CHECK (NOT jsonb_path_exists(steps, '$.stages[*].steps[*] ? (@.role == "administrator")')),
    CONSTRAINT author_is_no_signer
        CHECK (NOT jsonb_path_exists(steps, '$.stages[*].steps[*].persons[*] ? (@ == $author)', jsonb_build_object('author', author)))
);
SELECT append_only('approval_chain');
SELECT audited('approval_chain');

-- APR-7: a chain counts once somebody other than its author has confirmed it.
CREATE TABLE approval_chain_confirmation (
    chain        uuid        PRIMARY KEY,
    author       text        NOT NULL,
    confirmed_by text        NOT NULL CONSTRAINT author_does_not_confirm CHECK (confirmed_by <> author),
    confirmed_at timestamptz NOT NULL,
    FOREIGN KEY (chain, author) REFERENCES approval_chain (id, author)
);
SELECT append_only('approval_chain_confirmation');
SELECT audited('approval_chain_confirmation', 'chain');

-- An approval goes by the chain that it began with.
ALTER TABLE approval ADD FOREIGN KEY (chain) REFERENCES approval_chain;
