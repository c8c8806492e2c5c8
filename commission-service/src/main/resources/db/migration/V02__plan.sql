-- COM-3
CREATE TABLE plan (
    id                      uuid         PRIMARY KEY,
    project                 text         NOT NULL,
    plan_version            int          NOT NULL CHECK (plan_version > 0),
    valid_from              date         NOT NULL,
    earned_when             text         NOT NULL CHECK (earned_when IN ('SIGNED', 'FILED')),
    payout_at_earning       numeric(5,2) NOT NULL,
    payout_with_filing      numeric(5,2) NOT NULL,
    payout_with_collections numeric(5,2) NOT NULL,
    published_by            text         NOT NULL,
    published_at            timestamptz  NOT NULL,
    UNIQUE (project, plan_version),
    CHECK (payout_at_earning + payout_with_filing + payout_with_collections = 100)
);
SELECT audited('plan');
SELECT append_only('plan');

CREATE TABLE plan_line (
    plan         uuid          NOT NULL REFERENCES plan,
    position     int           NOT NULL,
    product_type text,
    from_total   numeric(14,2),
    rate         numeric(7,4)  NOT NULL CHECK (rate BETWEEN 0 AND 100),
    PRIMARY KEY (plan, position)
);
SELECT append_only('plan_line');
