-- CUS-3: a customer whose record went into another one's; always leads to a record that stands.
ALTER TABLE known_customer ADD merged_into uuid REFERENCES known_customer CHECK (merged_into <> customer);
CREATE INDEX known_customer_merged_into ON known_customer (merged_into) WHERE merged_into IS NOT NULL;
