-- CUS-3: for which record a ticket bought before that went into another one; where the merge is undone it does so again.
ALTER TABLE ticket ADD COLUMN merged_from uuid;
CREATE INDEX ticket_merged ON ticket (customer) WHERE merged_from IS NOT NULL;
