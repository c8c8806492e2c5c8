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

-- CUS-9: views of the customers' list that somebody has saved: what the list is asked for, for themselves or for the project. What was typed to
-- find one person is not kept.
CREATE TABLE saved_view (
    id         uuid        PRIMARY KEY,
    project    text        NOT NULL,
    person     text        NOT NULL,
    name       text        NOT NULL CHECK (name <> ''),
    shared     boolean     NOT NULL,
    filter     jsonb       NOT NULL,
    saved_at   timestamptz NOT NULL,
    removed_by text,
    removed_at timestamptz,
    CHECK ((removed_at IS NULL) = (removed_by IS NULL))
);
CREATE UNIQUE INDEX saved_view_name ON saved_view (project, person, name_key(name)) WHERE removed_at IS NULL;
CREATE INDEX saved_view_shared ON saved_view (project, id) WHERE shared AND removed_at IS NULL;
SELECT audited('saved_view');
