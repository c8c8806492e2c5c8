-- Who owns which customer, as customer-service tells it (SEC-1), and who received them in the owner's place (REC-3).
CREATE TABLE known_customer (
    customer uuid PRIMARY KEY,
    project  text NOT NULL,
    owner    text NOT NULL
);
SELECT audited('known_customer', 'customer');
CREATE TABLE known_reception (
    customer uuid NOT NULL,
    receiver text NOT NULL,
    PRIMARY KEY (customer, receiver)
);
SELECT audited('known_reception', 'customer');

-- A unit asked for at inventory before money is taken. Settled with the money, or abandoned; never both.
CREATE TABLE unit_claim (
    id           uuid        PRIMARY KEY,
    deal         uuid        NOT NULL,
    project      text        NOT NULL,
    unit         uuid        NOT NULL,
    hold         uuid        NOT NULL,
    asked_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    settled_at   timestamptz,
    abandoned_at timestamptz,
    CHECK (settled_at IS NULL OR abandoned_at IS NULL)
);
COMMENT ON COLUMN unit_claim.asked_at IS 'By the clock of the database: a race, not an office date';
CREATE UNIQUE INDEX unit_claim_one_open ON unit_claim (deal, hold) WHERE settled_at IS NULL AND abandoned_at IS NULL;
CREATE INDEX unit_claim_open ON unit_claim (asked_at) WHERE settled_at IS NULL AND abandoned_at IS NULL;
SELECT audited('unit_claim');

-- DEP-3
CREATE TABLE order_form (
    id             uuid          PRIMARY KEY,
    deal           uuid          NOT NULL REFERENCES deal,
    project        text          NOT NULL,
    number         int           NOT NULL CHECK (number > 0),
    state          text          NOT NULL CHECK (state IN ('DRAFT', 'SIGNED', 'VOIDED', 'TAKEN_BACK')),
    unit           uuid          NOT NULL,
    area           numeric(10,2) NOT NULL CHECK (area > 0),
    unit_price     numeric(14,2) NOT NULL CHECK (unit_price > 0),
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
    UNIQUE (deal, number),
    CHECK (round(area * unit_price, 2) - discount = total)
);
COMMENT ON COLUMN order_form.number IS 'Which form of its deal: the first, the second …';
CREATE UNIQUE INDEX order_form_one_counts ON order_form (deal) WHERE state IN ('DRAFT', 'SIGNED');
SELECT audited('order_form');

CREATE TABLE order_form_signature (
    order_form uuid        NOT NULL REFERENCES order_form,
    signed_as  text        NOT NULL CHECK (signed_as IN ('CUSTOMER', 'CONSULTANT', 'SITE_MANAGER')),
    recorded_by text       NOT NULL,
    signed_at  timestamptz NOT NULL,
    PRIMARY KEY (order_form, signed_as)
);
SELECT append_only('order_form_signature');
SELECT audited('order_form_signature', 'order_form');

CREATE FUNCTION keep_signed_form() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state <> 'DRAFT' AND (to_jsonb(OLD) - '{state,ended_at,end_reason,version}'::text[])
        <> (to_jsonb(NEW) - '{state,ended_at,end_reason,version}'::text[]) THEN
        RAISE EXCEPTION 'a signed order form is not altered (DEP-3)' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER order_form_kept BEFORE UPDATE ON order_form FOR EACH ROW EXECUTE FUNCTION keep_signed_form();
