-- DEP-3. INV-11: what is attached and priced apart is part of the order form's sum.
CREATE TABLE order_form (
    id             uuid          PRIMARY KEY,
    deal           uuid          NOT NULL REFERENCES deal,
    project        text          NOT NULL,
    number         int           NOT NULL CHECK (number > 0),
    state          text          NOT NULL CHECK (state IN ('DRAFT', 'SIGNED', 'VOIDED', 'TAKEN_BACK')),
    unit           uuid          NOT NULL,
    area           numeric(10,2) NOT NULL CHECK (area > 0),
    price_basis    text          NOT NULL CHECK (price_basis IN ('BUILDING_AREA', 'INTERIOR_AREA', 'WHOLE_UNIT')),
    unit_price     numeric(14,2) NOT NULL CHECK (unit_price > 0),
    attached_total numeric(14,2) NOT NULL DEFAULT 0 CHECK (attached_total >= 0),
    discount       numeric(14,2) NOT NULL CHECK (discount >= 0),
    total          numeric(14,2) NOT NULL CHECK (total > 0),
    deposit        numeric(14,2) NOT NULL CHECK (deposit >= 0),
    top_up_by      date,
    sign_by        date          NOT NULL,
    taxes_and_fees jsonb         NOT NULL,
    discount_stack jsonb         NOT NULL,
    drawn_by       text          NOT NULL,
    drawn_at       timestamptz   NOT NULL,
    ended_at       timestamptz,
    end_reason     text,
    version        bigint        NOT NULL,
    paying_by      text          CHECK (paying_by IN ('LUMP_SUM', 'MORTGAGE', 'INSTALMENTS')),
    UNIQUE (deal, number),
    CONSTRAINT order_form_adds_up CHECK (
        CASE price_basis WHEN 'WHOLE_UNIT' THEN unit_price ELSE round(area * unit_price, 2) END
            + attached_total - discount = total)
);
COMMENT ON COLUMN order_form.paying_by IS '付款方式: how the buyer means to pay; the contract settles it (CON-3)';
COMMENT ON COLUMN order_form.number IS 'Which form of its deal: the first, the second …';
CREATE UNIQUE INDEX order_form_one_counts ON order_form (deal) WHERE state IN ('DRAFT', 'SIGNED');
SELECT audited('order_form');

CREATE TABLE order_form_signature (
    order_form  uuid        NOT NULL REFERENCES order_form,
    signed_as   text        NOT NULL CHECK (signed_as IN ('CUSTOMER', 'CONSULTANT', 'SITE_MANAGER')),
    recorded_by text        NOT NULL,
    signed_at   timestamptz NOT NULL,
    PRIMARY KEY (order_form, signed_as)
);
SELECT append_only('order_form_signature');
SELECT audited('order_form_signature', 'order_form');

-- By what a customer came last, as customer-service tells it; a deal keeps it from its first deposit on.
CREATE TABLE brought_customer (
    customer     uuid        PRIMARY KEY,
    channel      text        NOT NULL,
    broker       text,
    registration text,
    told_at      timestamptz NOT NULL
);
COMMENT ON COLUMN brought_customer.registration IS '报备: the partner''s registration of the customer';
SELECT audited('brought_customer', 'customer');

-- INV-12: prices below the floor price that somebody asked for and was refused.
CREATE TABLE floor_try (
    id       uuid          PRIMARY KEY,
    project  text          NOT NULL,
    unit     uuid          NOT NULL,
    person   text          NOT NULL,
    asked    numeric(14,2) NOT NULL,
    tried_at timestamptz   NOT NULL
);
CREATE INDEX floor_try_unit ON floor_try (unit, person);
CREATE INDEX floor_try_project ON floor_try (project, id);
SELECT append_only('floor_try');
