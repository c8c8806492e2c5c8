-- Which chain a successor belongs to; a deal that is not here begins its own.
CREATE TABLE deal_chain (
    deal        uuid PRIMARY KEY,
    chain       uuid NOT NULL,
    predecessor uuid NOT NULL
);
CREATE INDEX deal_chain_chain ON deal_chain (chain);

-- COM-3: what buyers have paid in towards the price, by deal; a commission counts that of its whole chain.
CREATE TABLE deal_collection (
    deal      uuid          PRIMARY KEY,
    collected numeric(14,2) NOT NULL
);
