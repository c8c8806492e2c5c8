-- TRK-3, TRK-6: a customer is given up: applied for by the owner, confirmed or returned by the site manager.
CREATE TABLE loss (
    id           uuid        PRIMARY KEY,
    project      text        NOT NULL,
    customer     uuid        NOT NULL REFERENCES customer,
    objection    text        NOT NULL CHECK (objection IN
        ('LOCATION', 'UNIT_PRICE', 'TOTAL_PRICE', 'LAYOUT', 'VIEW', 'FLOOR', 'PAYMENT_METHOD', 'OTHER')),
    reason       text        NOT NULL CHECK (reason <> ''),
    units        text,
    viewed_first date,
    applied_by   text        NOT NULL,
    applied_at   timestamptz NOT NULL,
    state        text        NOT NULL CHECK (state IN ('APPLIED', 'CONFIRMED', 'RETURNED')),
    decided_by   text,
    decided_at   timestamptz,
    word         text,
    version      bigint      NOT NULL DEFAULT 0,
    CHECK ((state = 'APPLIED') = (decided_by IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL)),
    CONSTRAINT loss_is_decided_by_another CHECK (decided_by <> applied_by)
);
CREATE UNIQUE INDEX loss_open ON loss (customer) WHERE state = 'APPLIED';
CREATE INDEX loss_customer ON loss (customer, id);
CREATE INDEX loss_project ON loss (project, id);
SELECT audited('loss');
