-- CUS-3: the record whose commission it was, where that has gone into the customer's.
ALTER TABLE commission ADD COLUMN merged_from uuid;
