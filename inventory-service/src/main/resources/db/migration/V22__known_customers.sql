-- SEC-1, CUS-3: whose customer somebody is, as far as customer-service has told; who received them in the owner's place (REC-3).
CREATE TABLE known_customer (
    customer    uuid PRIMARY KEY,
    project     text NOT NULL,
    owner       text NOT NULL,
    merged_into uuid REFERENCES known_customer CHECK (merged_into <> customer)
);
CREATE INDEX known_customer_merged_into ON known_customer (merged_into) WHERE merged_into IS NOT NULL;
SELECT audited('known_customer', 'customer');
CREATE TABLE known_reception (
    customer uuid NOT NULL,
    receiver text NOT NULL,
    PRIMARY KEY (customer, receiver)
);
SELECT audited('known_reception', 'customer');

-- CUS-3: the record that stands for a customer: their own, or the one it went into.
CREATE FUNCTION standing_customer(its_customer uuid) RETURNS uuid LANGUAGE sql STABLE AS $$
    SELECT coalesce((SELECT merged_into FROM known_customer WHERE customer = its_customer), its_customer)
$$;

-- SEC-1: whether the customer is known to be another consultant's, or another project's. Nothing is said against one of whom
-- customer-service has not told yet, so that a hold never waits for an event.
CREATE FUNCTION customer_is_anothers(its_project text, its_consultant text, its_customer uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
        SELECT 1 FROM known_customer asked JOIN known_customer k ON k.customer = coalesce(asked.merged_into, asked.customer)
        WHERE asked.customer = its_customer
          AND (k.project <> its_project OR k.owner <> its_consultant
               AND NOT EXISTS (SELECT 1 FROM known_reception r WHERE r.customer = k.customer AND r.receiver = its_consultant)))
$$;

-- INV-5: places in line go along with their customer; the limit of the customer is counted by it too.
CREATE INDEX waiting_place_of_customer ON waiting_place (customer) WHERE ended_at IS NULL;
