-- DEP-5: a book and its keeper, a person whom somebody names; the row lock on the last number makes the numbers gap-free.
CREATE TABLE receipt_book (
    id         uuid        PRIMARY KEY,
    project    text        NOT NULL UNIQUE,
    prefix     text        NOT NULL,
    keeper     text,
    kept_since timestamptz,
    last       int         NOT NULL CHECK (last >= 0),
    CHECK ((keeper IS NULL) = (kept_since IS NULL))
);
SELECT audited('receipt_book');

CREATE TABLE receipt (
    id             uuid          PRIMARY KEY,
    project        text          NOT NULL,
    book           uuid          NOT NULL REFERENCES receipt_book,
    serial         int           NOT NULL CHECK (serial > 0),
    number         text          NOT NULL,
    deal           uuid          NOT NULL REFERENCES deal,
    kind           text          NOT NULL CHECK (kind IN ('DEPOSIT', 'PAYMENT', 'LOAN', 'PURCHASE', 'CARRIED_OVER')),
    nature         text          NOT NULL,
    amount         numeric(14,2) NOT NULL CHECK (amount > 0),
    method         text          CHECK (method IN ('POS', 'BANK_TRANSFER', 'CASH')),
    slip           text,
    account        text,
    account_number text,
    payer_sealed   text,
    state          text          NOT NULL CHECK (state IN ('VALID', 'VOIDED', 'EXCHANGED')),
    entry          uuid          REFERENCES ledger_entry,
    reason         text,
    exchanged_for  uuid          REFERENCES receipt,
    issued_by      text          NOT NULL,
    issued_at      timestamptz   NOT NULL,
    ended_by       text,
    ended_at       timestamptz,
    version        bigint        NOT NULL,
    UNIQUE (book, serial),
    UNIQUE (project, number),
    CHECK (state <> 'VOIDED' OR reason IS NOT NULL),
    CHECK (method <> 'BANK_TRANSFER' OR slip IS NOT NULL)
);
COMMENT ON COLUMN receipt.kind IS 'PURCHASE and CARRIED_OVER are issued in exchange for others: no money came in';
COMMENT ON COLUMN receipt.account_number IS 'Section 9: that the money went to; each permit may have its own supervised account';
CREATE INDEX receipt_of_deal ON receipt (deal);
CREATE INDEX receipt_of_project ON receipt (project, id);
SELECT audited('receipt');
