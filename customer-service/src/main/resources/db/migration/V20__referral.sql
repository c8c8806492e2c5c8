-- REF-1: who is said to have brought whom, where that was said after the registration; the latest counts and stands in the customer itself.
CREATE TABLE introduction_change (
    id         uuid        PRIMARY KEY,
    project    text        NOT NULL,
    customer   uuid        NOT NULL REFERENCES customer,
    introducer uuid        NOT NULL REFERENCES customer,
    reason     text        NOT NULL,
    said_by    text        NOT NULL,
    said_at    timestamptz NOT NULL,
    CHECK (customer <> introducer)
);
CREATE INDEX introduction_change_customer ON introduction_change (customer, id);
SELECT audited('introduction_change');
SELECT append_only('introduction_change');

-- REF-3: what the office owes an introducer once the deal of whom they brought is filed: a line of the project's budget, once for each deal.
CREATE TABLE referral_reward (
    id          uuid          PRIMARY KEY,
    project     text          NOT NULL,
    deal        uuid          NOT NULL UNIQUE,
    customer    uuid          NOT NULL REFERENCES customer,
    introducer  uuid          NOT NULL REFERENCES customer,
    amount      numeric(14,2) NOT NULL CHECK (amount > 0),
    filed_on    date          NOT NULL,
    due_on      date          NOT NULL,
    state       text          NOT NULL CHECK (state IN ('OPEN', 'PAID', 'CANCELLED', 'TO_RECOVER', 'RECOVERED')),
    paid_on     date,
    paid_by     text,
    record      text,
    ended_at    timestamptz,
    made_at     timestamptz   NOT NULL,
    CHECK (introducer <> customer),
    CHECK ((state IN ('PAID', 'TO_RECOVER', 'RECOVERED')) = (paid_on IS NOT NULL AND paid_by IS NOT NULL AND record IS NOT NULL))
);
CREATE UNIQUE INDEX referral_reward_paper ON referral_reward (project, record) WHERE record IS NOT NULL;
CREATE INDEX referral_reward_project ON referral_reward (project, id);
CREATE INDEX referral_reward_introducer ON referral_reward (introducer);
CREATE INDEX referral_reward_customer ON referral_reward (customer);
SELECT audited('referral_reward');

-- REF-2: what a customer does for a living, as the consultant was told; the latest row counts.
CREATE TABLE customer_profession (
    id          uuid        PRIMARY KEY,
    project     text        NOT NULL,
    customer    uuid        NOT NULL REFERENCES customer,
    profession  text        NOT NULL,
    recorded_by text        NOT NULL,
    recorded_at timestamptz NOT NULL
);
CREATE INDEX customer_profession_customer ON customer_profession (customer, id DESC);
SELECT audited('customer_profession');
SELECT append_only('customer_profession');

-- REF-2: professions that need each other (交叉合作), each pair once, in the order of their text.
CREATE TABLE profession_pair (
    id         uuid        PRIMARY KEY,
    project    text        NOT NULL,
    one        text        NOT NULL,
    other      text        NOT NULL,
    why        text        NOT NULL,
    entered_by text        NOT NULL,
    entered_at timestamptz NOT NULL,
    removed_by text,
    removed_at timestamptz,
    CHECK (one < other),
    CHECK ((removed_at IS NULL) = (removed_by IS NULL))
);
CREATE UNIQUE INDEX profession_pair_once ON profession_pair (project, one, other) WHERE removed_at IS NULL;
CREATE INDEX profession_pair_project ON profession_pair (project, id) WHERE removed_at IS NULL;
SELECT audited('profession_pair');
