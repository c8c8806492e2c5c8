-- FIN-2: the ledger; entries are only ever added and every one balances.
CREATE TABLE ledger_entry (
    id          uuid        PRIMARY KEY,
    project     text        NOT NULL,
    deal        uuid        NOT NULL REFERENCES deal,
    what        text        NOT NULL CHECK (what IN
        ('DEPOSIT', 'PAYMENT', 'LOAN', 'OFFSET', 'LAPSE', 'VOID', 'REFUND', 'SWAP', 'PAYOUT', 'REVERSAL')),
    counts_on   date        NOT NULL,
    made_at     timestamptz NOT NULL,
    made_by     text        NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT this_moment(),
    reverses    uuid        UNIQUE REFERENCES ledger_entry
);
CREATE INDEX ledger_entry_of_project ON ledger_entry (project, id);
COMMENT ON COLUMN ledger_entry.recorded_at IS 'AOF-1: from when on it counts, the same moment as all that its transaction changed';
CREATE INDEX ledger_entry_recorded ON ledger_entry (project, recorded_at);
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
CREATE INDEX posting_payable ON posting (deal) INCLUDE (debit, credit) WHERE account = 'REFUNDS_PAYABLE';
SELECT append_only('posting');
SELECT audited('posting', 'entry');
