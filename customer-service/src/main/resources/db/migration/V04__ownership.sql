-- REC-6, TRK-2: whose customer it was, why that changed, and who decided.
CREATE TABLE owner_change (
    id         uuid        PRIMARY KEY,
    customer   uuid        NOT NULL REFERENCES customer,
    project    text        NOT NULL,
    from_owner text        NOT NULL,
    to_owner   text        NOT NULL CHECK (to_owner <> from_owner),
    reason     text        NOT NULL CHECK (reason <> ''),
    decided_by text        NOT NULL,
    decided_at timestamptz NOT NULL
);
CREATE INDEX owner_change_customer ON owner_change (customer, id);
SELECT append_only('owner_change');
