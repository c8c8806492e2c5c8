-- COM-3: what buyers have paid in towards the price, by deal; a commission counts that of its whole chain.
CREATE TABLE deal_collection (
    deal      uuid          PRIMARY KEY,
    collected numeric(14,2) NOT NULL
);

-- What a commission's payouts rest on, and what they come to. `paid` changes with every payout, so that two at once
-- meet at the row's version.
ALTER TABLE commission
    ADD collected numeric(14,2) NOT NULL DEFAULT 0,
    ADD paid      numeric(14,2) NOT NULL DEFAULT 0 CHECK (paid >= 0);

-- The part of the plan that was paid out or taken back.
ALTER TABLE commission_entry ADD part text CHECK (part IN ('AT_EARNING', 'WITH_FILING', 'WITH_COLLECTIONS'));
ALTER TABLE commission_entry ADD CONSTRAINT commission_entry_paid_by_part CHECK ((kind = 'PAID') = (part IS NOT NULL));
