-- REC-1: who sits where; what the day at the front desk begins with.
CREATE OR REPLACE VIEW consultant_seat AS
SELECT project, person, seat FROM post WHERE role = 'consultant' AND ended_at IS NULL;
