-- RPT-2: what the five services have told, as reports read it. Nothing here is anybody's word: all of it can be dropped and made again from
-- the topics while the old one is read. A row belongs to a generation; the columns …_seq say which event of its stream a value is from, so
-- that events may come in any order and more than once.
CREATE TABLE generation (
    number     int         PRIMARY KEY,
    state      text        NOT NULL CHECK (state IN ('BUILDING', 'CURRENT', 'LEAVING', 'GONE')),
    asked_by   text        NOT NULL,
    begun_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    beat_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    current_at timestamptz,
    events     bigint      NOT NULL DEFAULT 0
);
COMMENT ON COLUMN generation.beat_at IS 'When whoever builds or clears it last showed that it is at it';
CREATE UNIQUE INDEX generation_current ON generation (state) WHERE state = 'CURRENT';
CREATE UNIQUE INDEX generation_building ON generation (state) WHERE state = 'BUILDING';
CREATE INDEX generation_beat ON generation (beat_at) WHERE state IN ('BUILDING', 'LEAVING');
INSERT INTO generation (number, state, asked_by, current_at) VALUES (1, 'CURRENT', 'system', clock_timestamp());

CREATE TABLE seen_customer (
    generation    int         NOT NULL,
    customer      uuid        NOT NULL,
    project       text        NOT NULL,
    standing      uuid        NOT NULL,
    registered_at timestamptz,
    channel       text,
    first_owner   text,
    name          text,
    name_seq      bigint      NOT NULL DEFAULT 0,
    first_contact timestamptz,
    broker        text,
    registration  text,
    PRIMARY KEY (generation, customer)
);
COMMENT ON COLUMN seen_customer.broker IS 'Who of a partner brought them, and the partner''s registration of them (报备)';
COMMENT ON COLUMN seen_customer.standing IS 'CUS-3: the record that stands for the person';
COMMENT ON COLUMN seen_customer.name IS 'Masked, as customer-service tells it (CUS-6)';
CREATE INDEX seen_customer_project ON seen_customer (generation, project, first_contact);
CREATE INDEX seen_customer_standing ON seen_customer (generation, standing);

CREATE TABLE seen_merge (
    generation int     NOT NULL,
    customer   uuid    NOT NULL,
    merged     uuid    NOT NULL,
    seq        bigint  NOT NULL,
    joined     boolean NOT NULL,
    PRIMARY KEY (generation, customer, merged)
);
CREATE INDEX seen_merge_merged ON seen_merge (generation, merged);

CREATE TABLE seen_visit (
    generation int         NOT NULL,
    visit      uuid        NOT NULL,
    project    text        NOT NULL,
    customer   uuid        NOT NULL,
    at         timestamptz NOT NULL,
    receiver   text        NOT NULL,
    owner      text        NOT NULL,
    reason     text        NOT NULL,
    PRIMARY KEY (generation, visit)
);
CREATE INDEX seen_visit_project ON seen_visit (generation, project, at);
CREATE INDEX seen_visit_customer ON seen_visit (generation, customer);

CREATE TABLE seen_loss (
    generation int         NOT NULL,
    loss       uuid        NOT NULL,
    project    text        NOT NULL,
    customer   uuid        NOT NULL,
    at         timestamptz NOT NULL,
    objection  text        NOT NULL,
    person     text        NOT NULL,
    PRIMARY KEY (generation, loss)
);
CREATE INDEX seen_loss_project ON seen_loss (generation, project, at);

-- CUS-4: how much of a customer's dossier says something, as customer-service counts it; nothing of what it says.
CREATE TABLE seen_dossier (
    generation int    NOT NULL,
    customer   uuid   NOT NULL,
    project    text   NOT NULL,
    filled     int    NOT NULL,
    asked      int    NOT NULL,
    seq        bigint NOT NULL,
    PRIMARY KEY (generation, customer)
);

CREATE TABLE seen_unit (
    generation   int         NOT NULL,
    unit         uuid        NOT NULL,
    project      text        NOT NULL,
    label        text,
    building     text,
    layout       text,
    layout_seq   bigint      NOT NULL DEFAULT 0,
    product_type text,
    state        text,
    state_seq    bigint      NOT NULL DEFAULT 0,
    released_at  timestamptz,
    sold_at      timestamptz,
    sold_seq     bigint      NOT NULL DEFAULT 0,
    PRIMARY KEY (generation, unit)
);
CREATE INDEX seen_unit_project ON seen_unit (generation, project);

CREATE TABLE seen_deal (
    generation  int           NOT NULL,
    deal        uuid          NOT NULL,
    project     text          NOT NULL,
    customer    uuid,
    consultant  text,
    ticket      text,
    unit        uuid,
    home        text,
    total       numeric(14,2),
    terms_seq   bigint        NOT NULL DEFAULT 0,
    predecessor uuid,
    ticket_at   timestamptz,
    deposit_at  timestamptz,
    contract_at timestamptz,
    filed_at    timestamptz,
    ended_at    timestamptz,
    ended_as    text CHECK (ended_as IN ('RETURNED', 'LAPSED', 'VOIDED', 'REFUNDED', 'SWAPPED')),
    end_reason  text,
    request     uuid,
    received    numeric(14,2),
    kept        numeric(14,2),
    PRIMARY KEY (generation, deal)
);
COMMENT ON COLUMN seen_deal.kept IS 'Penalty of a refund, or what was forfeited';
-- One for each step: a question about a month reads what happened in it, however long the project has been selling.
CREATE INDEX seen_deal_ticket ON seen_deal (generation, project, ticket_at) WHERE ticket_at IS NOT NULL;
CREATE INDEX seen_deal_deposit ON seen_deal (generation, project, deposit_at) WHERE deposit_at IS NOT NULL;
CREATE INDEX seen_deal_contract ON seen_deal (generation, project, contract_at) WHERE contract_at IS NOT NULL;
CREATE INDEX seen_deal_filed ON seen_deal (generation, project, filed_at) WHERE filed_at IS NOT NULL;
CREATE INDEX seen_deal_ended ON seen_deal (generation, project, ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX seen_deal_customer ON seen_deal (generation, customer);

CREATE TABLE seen_money (
    generation int           NOT NULL,
    entry      uuid          NOT NULL,
    project    text          NOT NULL,
    deal       uuid          NOT NULL,
    counts_on  date          NOT NULL,
    what       text          NOT NULL CHECK (what IN ('DEPOSIT', 'PAYMENT', 'LOAN', 'REVERSAL')),
    receipt    text          NOT NULL,
    amount     numeric(14,2) NOT NULL,
    PRIMARY KEY (generation, entry)
);
CREATE INDEX seen_money_project ON seen_money (generation, project, counts_on);

-- COL-1: what bears on how a deal's schedule is paid, in the order of its stream; seen_due is what follows from it.
CREATE TABLE seen_step (
    generation int           NOT NULL,
    deal       uuid          NOT NULL,
    seq        bigint        NOT NULL,
    what       text          NOT NULL CHECK (what IN ('SCHEDULE', 'EXCHANGE', 'PAYMENT', 'LOAN', 'VOID', 'END')),
    receipt    text,
    amount     numeric(14,2),
    lines      text,
    PRIMARY KEY (generation, deal, seq)
);

CREATE TABLE seen_due (
    generation int           NOT NULL,
    deal       uuid          NOT NULL,
    line       int           NOT NULL,
    project    text          NOT NULL,
    label      text          NOT NULL,
    due_on     date          NOT NULL,
    amount     numeric(14,2) NOT NULL,
    paid       numeric(14,2) NOT NULL,
    PRIMARY KEY (generation, deal, line)
);
CREATE INDEX seen_due_project ON seen_due (generation, project, due_on);
CREATE INDEX seen_due_open ON seen_due (generation, project, due_on) WHERE amount > paid;

CREATE TABLE seen_request (
    generation int         NOT NULL,
    request    uuid        NOT NULL,
    project    text        NOT NULL,
    deal       uuid        NOT NULL,
    at         timestamptz NOT NULL,
    applicant  text        NOT NULL,
    category   text,
    PRIMARY KEY (generation, request)
);

CREATE TABLE seen_approval (
    generation int         NOT NULL,
    approval   uuid        NOT NULL,
    project    text        NOT NULL,
    deal       uuid,
    form       text,
    applicant  text,
    opened_at  timestamptz,
    ended_at   timestamptz,
    outcome    text CHECK (outcome IN ('APPROVED', 'REFUSED', 'WITHDRAWN')),
    PRIMARY KEY (generation, approval)
);
CREATE INDEX seen_approval_project ON seen_approval (generation, project, ended_at);

CREATE TABLE seen_share (
    generation int           NOT NULL,
    commission uuid          NOT NULL,
    seq        bigint        NOT NULL,
    nth        int           NOT NULL,
    project    text          NOT NULL,
    deal       uuid          NOT NULL,
    at         timestamptz   NOT NULL,
    consultant text          NOT NULL,
    amount     numeric(14,2) NOT NULL,
    PRIMARY KEY (generation, commission, seq, nth)
);
CREATE INDEX seen_share_project ON seen_share (generation, project, at);
