-- CUS-9: what a customer is found by, as keyed tokens: characters and pairs of them, spelling and initials of the name (decision 35).
-- Those of a record that went into another one lead to the one that stays. They follow from the name, which is audited, and hold nothing
-- that it does not. Project and owner stand here too, so that whose a customer must be (SEC-1) is in the index; the owner follows by a
-- trigger.
CREATE TABLE customer_token (
    token    bigint NOT NULL,
    project  text   NOT NULL,
    owner    text   NOT NULL,
    customer uuid   NOT NULL REFERENCES customer DEFERRABLE INITIALLY DEFERRED,
    record   uuid   NOT NULL REFERENCES customer DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (token, project, customer, record)
);
CREATE INDEX customer_token_owner ON customer_token (token, project, owner, customer);
CREATE INDEX customer_token_customer ON customer_token (customer);
CREATE INDEX customer_token_record ON customer_token (record);
