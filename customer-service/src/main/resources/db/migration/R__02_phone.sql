-- Phones that count, as lists look for them: by the last four digits, or whether somebody has one at all (CUS-9, CUS-10); and as files are
-- held against them: by the whole number (CUS-8).
CREATE OR REPLACE VIEW live_phone AS SELECT customer, project, ending, fingerprint FROM known_phone WHERE retired_at IS NULL;
