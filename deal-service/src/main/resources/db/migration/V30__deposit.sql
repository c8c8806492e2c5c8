-- 付款方式: how the buyer means to pay, as the order form says it; the contract settles it (CON-3).
ALTER TABLE order_form ADD COLUMN paying_by text CHECK (paying_by IN ('LUMP_SUM', 'MORTGAGE', 'INSTALMENTS'));
