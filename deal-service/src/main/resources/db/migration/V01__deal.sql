-- A deal from the ticket to the filed contract. What the code checks first, the database checks last.
CREATE SEQUENCE ticket_number;

CREATE TABLE legal_move (
    from_stage text NOT NULL,
    to_stage   text NOT NULL,
    move       text NOT NULL,
    PRIMARY KEY (from_stage, to_stage)
);
COMMENT ON TABLE legal_move IS 'The moves of DealMove once more; - is the time before the ticket or before a swap''s successor';
-- CON-6, RFD-2: a filing can be cancelled; a filed deal may be given up after that.
INSERT INTO legal_move (from_stage, to_stage, move) VALUES
    ('-', 'QUEUED', 'OPEN'), ('-', 'RESERVED', 'SUCCEED'), ('-', 'SUBSCRIBED', 'SUCCEED'),
    ('QUEUED', 'RESERVED', 'RESERVE'),
    ('QUEUED', 'SUBSCRIBED', 'SUBSCRIBE'), ('RESERVED', 'SUBSCRIBED', 'SUBSCRIBE'),
    ('SUBSCRIBED', 'CONTRACTED', 'SIGN'),
    ('CONTRACTED', 'FILED', 'FILE'),
    ('RESERVED', 'VOIDED', 'VOID'), ('SUBSCRIBED', 'VOIDED', 'VOID'),
    ('RESERVED', 'SWAPPED', 'SWAP'), ('SUBSCRIBED', 'SWAPPED', 'SWAP'),
    ('RESERVED', 'REFUNDED', 'REFUND'), ('SUBSCRIBED', 'REFUNDED', 'REFUND'), ('CONTRACTED', 'REFUNDED', 'REFUND'),
    ('FILED', 'REFUNDED', 'REFUND'),
    ('QUEUED', 'LAPSED', 'LAPSE'), ('RESERVED', 'LAPSED', 'LAPSE'), ('SUBSCRIBED', 'LAPSED', 'LAPSE');
SELECT append_only('legal_move');

CREATE TABLE deal (
    id                uuid          PRIMARY KEY,
    project           text          NOT NULL,
    ticket            text          NOT NULL,
    stage             text          NOT NULL CHECK (stage IN
        ('QUEUED', 'RESERVED', 'SUBSCRIBED', 'CONTRACTED', 'FILED', 'VOIDED', 'REFUNDED', 'SWAPPED', 'LAPSED')),
    stage_since       timestamptz   NOT NULL,
    customer          uuid          NOT NULL,
    consultant        text          NOT NULL,
    hold              uuid          NOT NULL,
    total             numeric(14,2) CHECK (total > 0),
    deposit_total     numeric(14,2) NOT NULL DEFAULT 0 CHECK (deposit_total >= 0),
    deposit_agreed    numeric(14,2) CHECK (deposit_agreed >= 0),
    top_up_by         date,
    sign_by           date,
    confirmed_by      text,
    confirmed_at      timestamptz,
    order_form        uuid,
    open_change       uuid,
    open_change_form  text,
    predecessor       uuid          REFERENCES deal,
    successor         uuid          REFERENCES deal,
    end_reason        text,
    end_note          text,
    payout_on         date,
    channel           text,
    broker            text,
    registration      text,
    merged_from       uuid,
    opened_at         timestamptz   NOT NULL,
    version           bigint        NOT NULL,
    UNIQUE (project, ticket),
    CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL)),
    CHECK ((open_change IS NULL) = (open_change_form IS NULL)),
    CHECK (stage = 'QUEUED' OR stage = 'LAPSED' OR confirmed_at IS NOT NULL),
    CHECK (stage NOT IN ('CONTRACTED', 'FILED') OR total IS NOT NULL),
    CHECK (payout_on IS NULL OR stage = 'REFUNDED')
);
COMMENT ON COLUMN deal.total IS 'Price by the signed order form; empty before';
COMMENT ON COLUMN deal.deposit_total IS 'Deposits taken and neither offset nor given back';
COMMENT ON COLUMN deal.deposit_agreed IS 'All deposits together by the signed order form that counts; empty where none counts';
COMMENT ON COLUMN deal.order_form IS 'The signed order form that counts';
COMMENT ON COLUMN deal.end_reason IS 'A word of ours, e.g. HOLD_EXPIRED';
COMMENT ON COLUMN deal.end_note IS 'What the person wrote who let it lapse, sealed (CUS-6)';
COMMENT ON COLUMN deal.broker IS 'Who of a partner brought the customer, as far as was told by the first deposit; channel and registration (报备) alike';
COMMENT ON COLUMN deal.merged_from IS 'CUS-3: the record for which it was opened, where that has gone into the customer''s';
COMMENT ON COLUMN deal.payout_on IS 'RFD-1: when finance pays out what the refund owes';
CREATE INDEX deal_of_project ON deal (project, id);
CREATE INDEX deal_of_consultant ON deal (project, consultant, id);
-- DEP-2: what is due, as Deals asks for it.
CREATE INDEX deal_due ON deal (project, (CASE WHEN stage = 'RESERVED' THEN top_up_by WHEN stage = 'SUBSCRIBED' THEN sign_by END))
    WHERE CASE WHEN stage = 'RESERVED' THEN top_up_by WHEN stage = 'SUBSCRIBED' THEN sign_by END IS NOT NULL;
CREATE INDEX deal_of_customer ON deal (customer);
CREATE INDEX deal_merged_from ON deal (merged_from) WHERE merged_from IS NOT NULL;
CREATE INDEX deal_of_hold ON deal (hold);
SELECT audited('deal');
-- AOF-1: a deal, what it is about and its buyers as they stood.
SELECT as_of('deal', 'id');

-- Every stage a deal had. An illegal move fails here, whoever writes it.
CREATE TABLE deal_stage (
    deal       uuid        NOT NULL REFERENCES deal,
    seq        int         NOT NULL,
    from_stage text        NOT NULL,
    to_stage   text        NOT NULL,
    at         timestamptz NOT NULL,
    by         text        NOT NULL,
    PRIMARY KEY (deal, seq),
    FOREIGN KEY (from_stage, to_stage) REFERENCES legal_move
);
-- RPT-1: what happened in a quarter.
CREATE INDEX deal_stage_at ON deal_stage (to_stage, at);
SELECT append_only('deal_stage');

-- What a deal is about; one line is the home.
CREATE TABLE deal_line (
    id            uuid          PRIMARY KEY,
    deal          uuid          NOT NULL REFERENCES deal,
    position      int           NOT NULL,
    kind          text          NOT NULL CHECK (kind IN ('HOME', 'PARKING', 'STORAGE', 'DECORATION', 'COLLECTED_FOR_OTHERS')),
    unit          uuid,
    label         text          NOT NULL,
    building      text,
    product_type  text,
    layout        text,
    area          numeric(10,2) CHECK (area > 0),
    area_kind     text,
    interior_area numeric(10,2) CHECK (interior_area > 0),
    price_basis   text,
    unit_price    numeric(14,2) CHECK (unit_price > 0),
    list_total    numeric(14,2) NOT NULL CHECK (list_total >= 0),
    floor_price   numeric(14,2) CHECK (floor_price > 0),
    live          boolean       NOT NULL DEFAULT true,
    UNIQUE (deal, position),
    CHECK (kind <> 'HOME' OR unit IS NOT NULL)
);
COMMENT ON COLUMN deal_line.floor_price IS 'INV-12: of the home with what is attached and priced apart; for no eyes but the check';
-- INV-4: a unit is in one live deal at most.
CREATE UNIQUE INDEX deal_line_one_live_deal_per_unit ON deal_line (unit) WHERE live;
CREATE UNIQUE INDEX deal_line_one_home ON deal_line (deal) WHERE kind = 'HOME';
SELECT audited('deal_line');
SELECT as_of('deal_line', 'deal');

-- The buyers by name, sealed; replaced rather than overwritten. REN-1: new buyers are written before the old ones are marked as replaced;
-- what counts is how it is in the end.
CREATE TABLE buyer (
    id                    uuid         PRIMARY KEY,
    deal                  uuid         NOT NULL REFERENCES deal,
    position              int          NOT NULL,
    name_sealed           text         NOT NULL,
    name_masked           text         NOT NULL,
    id_type               text         NOT NULL,
    id_number_sealed      text         NOT NULL,
    id_number_masked      text         NOT NULL,
    id_number_fingerprint text         NOT NULL,
    phone_sealed          text,
    phone_masked          text,
    share                 numeric(5,2) NOT NULL CHECK (share > 0 AND share <= 100),
    main                  boolean      NOT NULL,
    qualification         text,
    checked_by            text,
    checked_at            timestamptz,
    proxy_name_sealed     text,
    power_of_attorney     text,
    notarised             boolean,
    replaced_at           timestamptz,
    CONSTRAINT buyer_one_main
        EXCLUDE USING btree (deal WITH =) WHERE (main AND replaced_at IS NULL) DEFERRABLE INITIALLY DEFERRED,
    CHECK ((checked_by IS NULL) = (checked_at IS NULL)),
    CHECK (proxy_name_sealed IS NULL OR power_of_attorney IS NOT NULL)
);
CREATE INDEX buyer_of_deal ON buyer (deal) WHERE replaced_at IS NULL;
SELECT audited('buyer');
SELECT as_of('buyer', 'deal');
