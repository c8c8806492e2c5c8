-- A commission follows a chain of deals: the first one and whatever it was swapped into. COM-3: `collected` is what its payouts rest on,
-- `paid` what they come to; it changes with every payout, so that two at once meet at the row's version.
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
    collected        numeric(14,2) NOT NULL DEFAULT 0,
    paid             numeric(14,2) NOT NULL DEFAULT 0 CHECK (paid >= 0),
    disputed         boolean       NOT NULL DEFAULT false,
    contested        boolean       NOT NULL DEFAULT false,
    version          bigint        NOT NULL DEFAULT 0,
    CHECK (state <> 'EARNED' OR (earned_on IS NOT NULL AND plan IS NOT NULL)),
    CHECK ((plan IS NULL) = (plan_version IS NULL))
);
COMMENT ON COLUMN commission.contested IS 'REC-6: it is not settled whose the customer is; disputed: how the commission is divided';
CREATE INDEX commission_deal ON commission (deal);
CREATE INDEX commission_customer ON commission (customer);
CREATE INDEX commission_project ON commission (project, id);
CREATE INDEX commission_without_plan ON commission (project) WHERE plan IS NULL AND state = 'EXPECTED';
SELECT audited('commission');
-- AOF-1: which commissions were disputed then.
SELECT as_of('commission', 'id');

-- What people call a deal: its home, by the label that deal-service told last.
CREATE TABLE deal_home (
    deal uuid PRIMARY KEY,
    home text NOT NULL
);

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
SELECT audited('commission_share', 'commission');
