-- REC-1: who sits where; what the day at the front desk begins with.
CREATE OR REPLACE VIEW consultant_seat AS
SELECT project, person, seat FROM post WHERE role = 'consultant' AND ended_at IS NULL;

-- SEC-1: who holds which post now.
CREATE OR REPLACE VIEW held_post AS SELECT project, person, role FROM post WHERE ended_at IS NULL;
