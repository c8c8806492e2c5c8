-- INV-12: the floor price that the hold froze; no answer shows it.
ALTER TABLE deal_line ADD floor_price numeric(14,2) CHECK (floor_price > 0);
COMMENT ON COLUMN deal_line.floor_price IS 'INV-12: of the home with what is attached and priced apart; for no eyes but the check';

-- INV-11: what is attached and priced apart is part of the order form's sum.
ALTER TABLE order_form ADD attached_total numeric(14,2) NOT NULL DEFAULT 0 CHECK (attached_total >= 0);
ALTER TABLE order_form DROP CONSTRAINT order_form_check;
ALTER TABLE order_form ADD CONSTRAINT order_form_adds_up CHECK (round(area * unit_price, 2) + attached_total - discount = total);

-- INV-12: whether the general manager has signed, which alone lets a price pass below the floor.
ALTER TABLE change_request ADD general_manager_signed boolean NOT NULL DEFAULT false;
CREATE INDEX change_request_of_approval ON change_request (approval) WHERE approval IS NOT NULL;

-- CON-6, RFD-2: a filing and a mortgage can be cancelled; a filed deal may be given up after that.
INSERT INTO legal_move VALUES ('FILED', 'REFUNDED', 'REFUND');
ALTER TABLE filing ADD cancelled_on date;
ALTER TABLE filing DROP CONSTRAINT filing_state_check;
ALTER TABLE filing ADD CONSTRAINT filing_state_check CHECK (state IN ('SUBMITTED', 'ACCEPTED', 'RETURNED', 'CANCELLED'));
ALTER TABLE filing ADD CHECK (state <> 'CANCELLED' OR cancelled_on IS NOT NULL AND reason IS NOT NULL);
DROP INDEX filing_one_open;
CREATE UNIQUE INDEX filing_one_open ON filing (deal) WHERE state NOT IN ('RETURNED', 'CANCELLED');
ALTER TABLE mortgage ADD cancelled_on date;
ALTER TABLE mortgage DROP CONSTRAINT mortgage_state_check;
ALTER TABLE mortgage ADD CONSTRAINT mortgage_state_check
    CHECK (state IN ('COLLECTING', 'SUBMITTED', 'APPROVED', 'REFUSED', 'DISBURSED', 'CANCELLED'));
ALTER TABLE mortgage ADD CHECK (state <> 'CANCELLED' OR cancelled_on IS NOT NULL AND reason IS NOT NULL);

-- COL-1: that a line is overdue is told once.
ALTER TABLE schedule_line ADD overdue_told_at timestamptz;
CREATE INDEX schedule_line_overdue ON schedule_line (due_on) WHERE replaced_at IS NULL AND overdue_told_at IS NULL;

-- LAY-1: 改造情况检查记录
CREATE TABLE layout_inspection (
    id           uuid        PRIMARY KEY,
    request      uuid        NOT NULL REFERENCES change_request,
    passed       boolean     NOT NULL,
    record       text        NOT NULL CHECK (record <> ''),
    inspected_by text        NOT NULL,
    inspected_at timestamptz NOT NULL
);
CREATE INDEX layout_inspection_of ON layout_inspection (request);
SELECT append_only('layout_inspection');
SELECT audited('layout_inspection');
