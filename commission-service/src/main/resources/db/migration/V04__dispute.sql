-- COM-5
CREATE TABLE dispute (
    id         uuid        PRIMARY KEY,
    commission uuid        NOT NULL REFERENCES commission,
    raised_by  text        NOT NULL,
    reason     text        NOT NULL,
    raised_at  timestamptz NOT NULL,
    decided_by text,
    decision   text,
    decided_at timestamptz,
    CONSTRAINT dispute_is_decided_by_another CHECK (decided_by <> raised_by)
);
CREATE UNIQUE INDEX dispute_one_open ON dispute (commission) WHERE decided_at IS NULL;
SELECT audited('dispute');

CREATE TABLE dispute_share (
    dispute    uuid         NOT NULL REFERENCES dispute,
    position   int          NOT NULL,
    consultant text         NOT NULL,
    percent    numeric(7,4) NOT NULL CHECK (percent BETWEEN 0 AND 100),
    PRIMARY KEY (dispute, position)
);
SELECT audited('dispute_share', 'dispute');
