-- LAY-1: layout changes that were approved, as others read them.
CREATE OR REPLACE VIEW granted_layout AS
SELECT id AS request, project FROM change_request WHERE form = 'LAYOUT_CHANGE' AND state = 'DONE';
