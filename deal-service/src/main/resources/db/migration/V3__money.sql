-- FIN-2: the ledger; entries are only ever added and every one balances.
CREATE TABLE ledger_entry (
    id        uuid        PRIMARY KEY,
    project   text        NOT NULL,
    deal      uuid        NOT NULL REFERENCES deal,
    what      text        NOT NULL CHECK (what IN
        ('DEPOSIT', 'PAYMENT', 'LOAN', 'OFFSET', 'LAPSE', 'VOID', 'REFUND', 'SWAP', 'PAYOUT', 'REVERSAL')),
    counts_on date        NOT NULL,
    made_at   timestamptz NOT NULL,
    made_by   text        NOT NULL,
    reverses  uuid        UNIQUE REFERENCES ledger_entry
);
CREATE INDEX ledger_entry_of_project ON ledger_entry (project, id);
CREATE INDEX ledger_entry_of_deal ON ledger_entry (deal);
SELECT append_only('ledger_entry');
SELECT audited('ledger_entry');

CREATE TABLE posting (
    entry   uuid          NOT NULL REFERENCES ledger_entry,
    line    int           NOT NULL,
    account text          NOT NULL CHECK (account IN
        ('CASH', 'POS', 'SUPERVISED_BANK', 'DEPOSITS', 'PRICE_RECEIVED', 'REFUNDS_PAYABLE', 'PENALTIES')),
    deal    uuid          NOT NULL REFERENCES deal,
    nature  text          NOT NULL CHECK (nature IN
        ('DEPOSIT', 'ADVANCE', 'PRICE', 'LOAN', 'PENALTY', 'LATE_FEE', 'COLLECTED_FOR_OTHERS', 'TRANSFER')),
    debit   numeric(14,2) NOT NULL CHECK (debit >= 0),
    credit  numeric(14,2) NOT NULL CHECK (credit >= 0),
    PRIMARY KEY (entry, line),
    CHECK ((debit = 0) <> (credit = 0))
);
CREATE INDEX posting_of_deal ON posting (deal);
SELECT append_only('posting');
SELECT audited('posting', 'entry');

CREATE FUNCTION entry_balances() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    entry_id   uuid := CASE TG_TABLE_NAME WHEN 'posting' THEN (to_jsonb(NEW) ->> 'entry')::uuid ELSE (to_jsonb(NEW) ->> 'id')::uuid END;
    difference numeric;
    lines      int;
BEGIN
    SELECT coalesce(sum(debit - credit), 0), count(*) INTO difference, lines FROM posting WHERE entry = entry_id;
    IF difference <> 0 OR lines < 2 THEN
        RAISE EXCEPTION 'ledger entry % does not balance: % over % lines', entry_id, difference, lines
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER posting_balances AFTER INSERT ON posting
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION entry_balances();
CREATE CONSTRAINT TRIGGER ledger_entry_balances AFTER INSERT ON ledger_entry
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION entry_balances();

-- DEP-5: a book and its keeper; the row lock on the last number makes the numbers gap-free.
CREATE TABLE receipt_book (
    id      uuid PRIMARY KEY,
    project text NOT NULL UNIQUE,
    prefix  text NOT NULL,
    keeper  text NOT NULL,
    last    int  NOT NULL CHECK (last >= 0)
);
SELECT audited('receipt_book');

CREATE TABLE receipt (
    id            uuid          PRIMARY KEY,
    project       text          NOT NULL,
    book          uuid          NOT NULL REFERENCES receipt_book,
    serial        int           NOT NULL CHECK (serial > 0),
    number        text          NOT NULL,
    deal          uuid          NOT NULL REFERENCES deal,
    kind          text          NOT NULL CHECK (kind IN ('DEPOSIT', 'PAYMENT', 'LOAN', 'PURCHASE', 'CARRIED_OVER')),
    nature        text          NOT NULL,
    amount        numeric(14,2) NOT NULL CHECK (amount > 0),
    method        text          CHECK (method IN ('POS', 'BANK_TRANSFER', 'CASH')),
    slip          text,
    account       text,
    payer_sealed  text,
    state         text          NOT NULL CHECK (state IN ('VALID', 'VOIDED', 'EXCHANGED')),
    entry         uuid          REFERENCES ledger_entry,
    reason        text,
    exchanged_for uuid          REFERENCES receipt,
    issued_by     text          NOT NULL,
    issued_at     timestamptz   NOT NULL,
    ended_by      text,
    ended_at      timestamptz,
    version       bigint        NOT NULL,
    UNIQUE (book, serial),
    UNIQUE (project, number),
    CHECK (state <> 'VOIDED' OR reason IS NOT NULL),
    CHECK (method <> 'BANK_TRANSFER' OR slip IS NOT NULL)
);
COMMENT ON COLUMN receipt.kind IS 'PURCHASE and CARRIED_OVER are issued in exchange for others: no money came in';
CREATE INDEX receipt_of_deal ON receipt (deal);
CREATE INDEX receipt_of_project ON receipt (project, id);
SELECT audited('receipt');

-- COL-1: what falls due when; replaced rather than overwritten.
CREATE TABLE schedule_line (
    id          uuid          PRIMARY KEY,
    deal        uuid          NOT NULL REFERENCES deal,
    position    int           NOT NULL,
    label       text          NOT NULL,
    due_on      date,
    due_after   text,
    due_days    int,
    amount      numeric(14,2) NOT NULL CHECK (amount > 0),
    replaced_at timestamptz,
    CHECK (due_on IS NOT NULL OR due_after IS NOT NULL)
);
COMMENT ON COLUMN schedule_line.due_after IS 'The event after which it falls due, plus due_days; due_on is set when it happens';
CREATE UNIQUE INDEX schedule_line_position ON schedule_line (deal, position) WHERE replaced_at IS NULL;
SELECT audited('schedule_line');

CREATE TABLE allocation (
    receipt       uuid          NOT NULL REFERENCES receipt,
    schedule_line uuid          NOT NULL REFERENCES schedule_line,
    amount        numeric(14,2) NOT NULL CHECK (amount > 0),
    PRIMARY KEY (receipt, schedule_line)
);
COMMENT ON TABLE allocation IS 'Counts as long as its receipt is valid';
CREATE INDEX allocation_of_line ON allocation (schedule_line);
SELECT append_only('allocation');
SELECT audited('allocation', 'receipt');

CREATE VIEW amount_due AS
SELECT l.id, l.deal, l.position, l.label, l.due_on, l.due_after, l.amount,
       coalesce((SELECT sum(a.amount) FROM allocation a JOIN receipt r ON r.id = a.receipt
                 WHERE a.schedule_line = l.id AND r.state = 'VALID'), 0) AS paid
FROM schedule_line l WHERE l.replaced_at IS NULL;
