-- COM-1, COM-2: whose customer it is and who received in their place, as customer-events tell.
CREATE TABLE first_consultant (
    customer      uuid        PRIMARY KEY,
    project       text        NOT NULL,
    consultant    text        NOT NULL,
    registered_at timestamptz NOT NULL
);
SELECT audited('first_consultant', 'customer');

CREATE TABLE substitution (
    visit       uuid        PRIMARY KEY,
    customer    uuid        NOT NULL,
    substitute  text        NOT NULL,
    reason      text        NOT NULL CHECK (reason IN ('OWNER_ON_ERRAND', 'OWNER_ON_BUSINESS_TRIP', 'OWNER_ON_LEAVE')),
    received_at timestamptz NOT NULL
);
CREATE INDEX substitution_customer ON substitution (customer, received_at);
SELECT audited('substitution', 'visit');

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
SELECT audited('agreement');
SELECT append_only('agreement');

-- REC-6, COM-5: customers of whom it is not settled whose they are, as customer-events tell. What rests on them is frozen meanwhile.
CREATE TABLE ownership_dispute (
    dispute    uuid        PRIMARY KEY,
    customer   uuid        NOT NULL,
    decided_at timestamptz
);
CREATE INDEX ownership_dispute_open ON ownership_dispute (customer) WHERE decided_at IS NULL;
SELECT audited('ownership_dispute', 'dispute');
