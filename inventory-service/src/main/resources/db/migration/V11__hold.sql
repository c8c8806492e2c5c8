-- CUS-3: under which record a hold was made, or a place taken, before that went into another one; where the merge is undone they go back.
ALTER TABLE hold ADD COLUMN merged_from uuid;
CREATE INDEX hold_merged ON hold (customer) WHERE merged_from IS NOT NULL;

ALTER TABLE waiting_place ADD COLUMN merged_from uuid, ADD COLUMN merged_consultant text, ADD COLUMN ended_by uuid,
    ADD CONSTRAINT waiting_place_merged CHECK (merged_consultant IS NULL OR merged_from IS NOT NULL),
    ADD CONSTRAINT waiting_place_ended_by CHECK (ended_by IS NULL OR end_reason = 'MERGED');
COMMENT ON COLUMN waiting_place.merged_consultant IS 'Whose the place was then, if not the owner''s of the record';
COMMENT ON COLUMN waiting_place.ended_by IS 'The record by whose merge there were two places of one person, of which this one ended';
CREATE INDEX waiting_place_merged ON waiting_place (customer) WHERE merged_from IS NOT NULL;
CREATE INDEX waiting_place_ended_by ON waiting_place (ended_by) WHERE ended_by IS NOT NULL;
