-- DEP-5: a book and its keeper, a person whom somebody names; the row lock on the last number makes the numbers gap-free.
CREATE TABLE receipt_book (
    id         uuid        PRIMARY KEY,
    project    text        NOT NULL UNIQUE,
    prefix     text        NOT NULL CHECK (name_key(prefix) <> ''),
    keeper     text,
    kept_since timestamptz,
    last       int         NOT NULL CHECK (last >= 0),
    CHECK ((keeper IS NULL) = (kept_since IS NULL))
);
-- INV-17: receipts of two books are told apart by their numbers.
CREATE UNIQUE INDEX receipt_book_prefix ON receipt_book (name_key(prefix));
SELECT audited('receipt_book');

-- The account of a transfer as it is compared (INV-17); '' where nobody wrote it down.
CREATE FUNCTION account_key(written text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN coalesce(name_key(written), '');

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
    same_slip_because text,
    account        text,
    account_number text,
    payer_sealed   text,
    state          text          NOT NULL CHECK (state IN ('VALID', 'VOIDED', 'EXCHANGED')),
    entry          uuid          REFERENCES ledger_entry,
    reason         text,
    words          text,
    exchanged_for  uuid          REFERENCES receipt,
    issued_by      text          NOT NULL,
    issued_at      timestamptz   NOT NULL,
    ended_by       text,
    ended_at       timestamptz,
    version        bigint        NOT NULL,
    UNIQUE (book, serial),
    UNIQUE (project, number),
    CHECK (state <> 'VOIDED' OR reason IS NOT NULL),
    CHECK (method <> 'BANK_TRANSFER' OR slip IS NOT NULL AND name_key(slip) <> ''),
    CHECK (same_slip_because IS NULL OR method = 'BANK_TRANSFER' AND name_key(same_slip_because) <> '')
);
COMMENT ON COLUMN receipt.kind IS 'PURCHASE and CARRIED_OVER are issued in exchange for others: no money came in';
COMMENT ON COLUMN receipt.account_number IS 'Section 9: that the money went to; each permit may have its own supervised account';
COMMENT ON COLUMN receipt.words IS 'What was written about its being voided by hand, sealed (CUS-6)';
COMMENT ON COLUMN receipt.same_slip_because IS 'Why money was taken once more on a slip that was used for this account before';
-- INV-17: a slip stands for money that came in once, however it is written, unless somebody said why.
CREATE UNIQUE INDEX receipt_slip ON receipt (project, name_key(slip), account_key(account_number))
    WHERE method = 'BANK_TRANSFER' AND state <> 'VOIDED' AND same_slip_because IS NULL;
CREATE INDEX receipt_by_slip ON receipt (project, name_key(slip)) WHERE method = 'BANK_TRANSFER';
CREATE INDEX receipt_of_deal ON receipt (deal);
CREATE INDEX receipt_of_project ON receipt (project, id);
SELECT audited('receipt');
SELECT as_of('receipt', 'id');
