-- CUS-9: what a customer is found by, as keyed tokens: characters and pairs of them, spelling and initials of the name (decision 35).
-- Those of a record that went into another one lead to the one that stays. They follow from the name, which is audited, and hold nothing
-- that it does not.
CREATE TABLE customer_token (
    token    bigint NOT NULL,
    customer uuid   NOT NULL REFERENCES customer DEFERRABLE INITIALLY DEFERRED,
    record   uuid   NOT NULL REFERENCES customer DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (token, customer, record)
);
CREATE INDEX customer_token_customer ON customer_token (customer);
