-- INV-2: whoever waits for a price list sees what is being done with it, also while it is compared and imported.
ALTER TABLE price_list_reading
    ADD phase         text CHECK (phase IN ('WAITING', 'READING', 'CHECKING', 'COMPARING', 'IMPORTING')),
    ADD rows_imported int  NOT NULL DEFAULT 0;
COMMENT ON COLUMN price_list_reading.phase IS 'What somebody is at, as long as seen_at is of this minute; null: nobody';

ALTER TABLE price_list_draft ADD columns text[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN price_list_draft.columns IS 'Of an UNREADABLE one: the columns that it lacks, or has twice';
