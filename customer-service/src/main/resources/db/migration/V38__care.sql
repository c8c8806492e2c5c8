-- CAR-4: when a guest said whether they come, and who wrote it down: a colleague, or the guest by the link of the invitation.
ALTER TABLE gathering_guest
    ADD COLUMN answered_at timestamptz,
    ADD COLUMN answered_by text,
    ADD CHECK ((answered_at IS NULL) = (answered_by IS NULL));
COMMENT ON COLUMN gathering_guest.answered_by IS '* for the guest';

-- CUS-7: words of a survey's answer stand under the customer's own key, and are gone with it; none: the service's own.
ALTER TABLE survey_answer ADD COLUMN key uuid REFERENCES dossier_key, ADD CHECK (key IS NULL OR body IS NOT NULL);
