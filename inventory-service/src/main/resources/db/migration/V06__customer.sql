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
