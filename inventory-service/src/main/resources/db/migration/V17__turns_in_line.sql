-- INV-5: whose turn it is while a unit is free. The turn passes on to the next in line when its head start is over unused, or when whoever
-- has it leaves the line or lets it pass; nobody has it twice before somebody took the unit.
ALTER TABLE waiting_place ADD told_in uuid, ADD turn_until timestamptz;
COMMENT ON COLUMN waiting_place.told_in IS 'Which time that the unit became free: nobody is told twice in one';
COMMENT ON COLUMN waiting_place.turn_until IS
    'Of whoever has the turn: when it passes on, by the clock of the database; infinity where no head start ends it';
ALTER TABLE waiting_place ADD CONSTRAINT waiting_place_turn CHECK (turn_until IS NULL OR told_in IS NOT NULL);

UPDATE waiting_place w SET ended_at = now(), end_reason = 'FILED' FROM unit u
WHERE u.id = w.unit AND u.state = 'FILED' AND w.ended_at IS NULL;
-- Whoever was told last of a unit that is still free has the turn; without a head start nothing ends it but the next hold.
UPDATE waiting_place SET told_in = gen_random_uuid(), turn_until = coalesce(head_start_until, 'infinity') WHERE id IN (
    SELECT DISTINCT ON (w.unit) w.id FROM waiting_place w JOIN unit u ON u.id = w.unit
    WHERE w.ended_at IS NULL AND w.told > 0 AND u.state = 'AVAILABLE' ORDER BY w.unit, w.told_at DESC);

CREATE UNIQUE INDEX waiting_place_one_turn ON waiting_place (unit) WHERE turn_until IS NOT NULL;
CREATE INDEX waiting_place_turn_over ON waiting_place (turn_until) WHERE turn_until IS NOT NULL;

-- A place in line with its unit, and how many come before it.
CREATE OR REPLACE VIEW waiting_listing AS
SELECT w.id, w.unit, w.project, w.customer, w.consultant, w.joined_at, w.told, w.told_at, w.ended_at, w.end_reason,
       CASE WHEN w.turn_until > clock_timestamp() AND u.state = 'AVAILABLE' THEN w.head_start_until END AS head_start_until,
       (SELECT count(*) FROM waiting_place b
        WHERE b.unit = w.unit AND b.ended_at IS NULL AND (b.told, b.id) < (w.told, w.id)) AS ahead, u.label, u.state,
       coalesce(w.turn_until > clock_timestamp() AND u.state = 'AVAILABLE', false) AS has_turn
FROM waiting_place w JOIN unit u ON u.id = w.unit;
