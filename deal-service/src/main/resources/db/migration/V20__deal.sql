-- CUS-3: the record for which a deal was opened, where that has gone into the customer's.
ALTER TABLE deal ADD COLUMN merged_from uuid;
CREATE INDEX deal_merged_from ON deal (merged_from) WHERE merged_from IS NOT NULL;
