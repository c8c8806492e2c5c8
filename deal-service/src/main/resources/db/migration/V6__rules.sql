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
