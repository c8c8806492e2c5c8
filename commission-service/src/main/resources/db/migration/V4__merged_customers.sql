-- CUS-3: a customer whose record went into another one's; always leads to a record that stands.
ALTER TABLE first_consultant ADD merged_into uuid REFERENCES first_consultant CHECK (merged_into <> customer);
CREATE INDEX first_consultant_merged_into ON first_consultant (merged_into) WHERE merged_into IS NOT NULL;
