-- A commission follows a chain of deals: the first one and whatever it was swapped into.
CREATE TABLE commission (
    id               uuid          PRIMARY KEY,
    chain            uuid          NOT NULL UNIQUE,
    deal             uuid          NOT NULL,
    project          text          NOT NULL,
    customer         uuid          NOT NULL,
    first_consultant text          NOT NULL,
    product_type     text          NOT NULL,
    total            numeric(14,2) NOT NULL CHECK (total >= 0),
    dealt_at         timestamptz   NOT NULL,
    state            text          NOT NULL CHECK (state IN ('EXPECTED', 'EARNED', 'REVERSED')),
    amount           numeric(14,2) NOT NULL CHECK (amount >= 0),
    plan             uuid,
    plan_version     int,
    rate             numeric(7,4),
    earned_when      text          CHECK (earned_when IN ('SIGNED', 'FILED')),
    signed_on        date,
    filed_on         date,
    earned_on        date,
    ended_on         date,
    end_reason       text,
    disputed         boolean       NOT NULL DEFAULT false,
    version          bigint        NOT NULL DEFAULT 0,
    CHECK (state <> 'EARNED' OR (earned_on IS NOT NULL AND plan IS NOT NULL)),
    CHECK ((plan IS NULL) = (plan_version IS NULL))
);
CREATE INDEX commission_deal ON commission (deal);
CREATE INDEX commission_customer ON commission (customer);
CREATE INDEX commission_project ON commission (project, id);
CREATE INDEX commission_without_plan ON commission (project) WHERE plan IS NULL AND state = 'EXPECTED';

-- Whose part it is at this moment; the ledger has how it came about.
CREATE TABLE commission_share (
    commission uuid          NOT NULL REFERENCES commission,
    position   int           NOT NULL,
    consultant text          NOT NULL,
    percent    numeric(7,4)  NOT NULL CHECK (percent BETWEEN 0 AND 100),
    amount     numeric(14,2) NOT NULL,
    reason     text          NOT NULL,
    visit      uuid,
    PRIMARY KEY (commission, position),
    UNIQUE (commission, consultant) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX commission_share_consultant ON commission_share (consultant, commission);

-- Which chain a successor belongs to; a deal that is not here begins its own.
CREATE TABLE deal_chain (
    deal        uuid PRIMARY KEY,
    chain       uuid NOT NULL,
    predecessor uuid NOT NULL
);
CREATE INDEX deal_chain_chain ON deal_chain (chain);

-- COM-4: the ledger. What a commission stands at is the sum of its entries, to the cent.
CREATE TABLE commission_entry (
    id           uuid          PRIMARY KEY,
    commission   uuid          NOT NULL REFERENCES commission,
    project      text          NOT NULL,
    deal         uuid          NOT NULL,
    consultant   text          NOT NULL,
    kind         text          NOT NULL CHECK (kind IN ('EARNED', 'ADJUSTED', 'REVERSED', 'PAID')),
    amount       numeric(14,2) NOT NULL CHECK (amount <> 0),
    reason       text          NOT NULL,
    plan_version int,
    counts_on    date          NOT NULL,
    made_at      timestamptz   NOT NULL
);
CREATE INDEX commission_entry_commission ON commission_entry (commission, id);
CREATE INDEX commission_entry_statement ON commission_entry (project, consultant, counts_on, id);

-- COM-1, COM-2: whose customer it is and who received in their place, as customer-events tell.
CREATE TABLE first_consultant (
    customer      uuid        PRIMARY KEY,
    project       text        NOT NULL,
    consultant    text        NOT NULL,
    registered_at timestamptz NOT NULL
);
CREATE TABLE substitution (
    visit       uuid        PRIMARY KEY,
    customer    uuid        NOT NULL,
    substitute  text        NOT NULL,
    reason      text        NOT NULL CHECK (reason IN ('OWNER_ON_ERRAND', 'OWNER_ON_BUSINESS_TRIP', 'OWNER_ON_LEAVE')),
    received_at timestamptz NOT NULL
);
CREATE INDEX substitution_customer ON substitution (customer, received_at);

-- COM-2: the first consultant's word that a substitute gets a part.
CREATE TABLE agreement (
    id         uuid         PRIMARY KEY,
    commission uuid         NOT NULL REFERENCES commission,
    substitute text         NOT NULL,
    percent    numeric(7,4) NOT NULL CHECK (percent BETWEEN 0 AND 100),
    agreed_by  text         NOT NULL,
    agreed_at  timestamptz  NOT NULL
);
CREATE INDEX agreement_commission ON agreement (commission, agreed_at);

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
    UNIQUE (project, valid_from),
    CHECK (payout_at_earning + payout_with_filing + payout_with_collections = 100)
);
CREATE TABLE plan_line (
    plan         uuid          NOT NULL REFERENCES plan,
    position     int           NOT NULL,
    product_type text,
    from_total   numeric(14,2),
    rate         numeric(7,4)  NOT NULL CHECK (rate BETWEEN 0 AND 100),
    PRIMARY KEY (plan, position)
);

-- COM-5
CREATE TABLE dispute (
    id         uuid        PRIMARY KEY,
    commission uuid        NOT NULL REFERENCES commission,
    raised_by  text        NOT NULL,
    reason     text        NOT NULL,
    raised_at  timestamptz NOT NULL,
    decided_by text,
    decision   text,
    decided_at timestamptz
);
CREATE UNIQUE INDEX dispute_one_open ON dispute (commission) WHERE decided_at IS NULL;
CREATE TABLE dispute_share (
    dispute    uuid         NOT NULL REFERENCES dispute,
    position   int          NOT NULL,
    consultant text         NOT NULL,
    percent    numeric(7,4) NOT NULL CHECK (percent BETWEEN 0 AND 100),
    PRIMARY KEY (dispute, position)
);

SELECT append_only('commission_entry');
SELECT append_only('agreement');
SELECT append_only('plan');
SELECT append_only('plan_line');
SELECT audited('commission');
SELECT audited('plan');
SELECT audited('agreement');
SELECT audited('dispute');
