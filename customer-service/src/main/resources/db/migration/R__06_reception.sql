-- Who received whom, and what was noted (sealed).
CREATE OR REPLACE VIEW received_visit AS
SELECT id AS visit, customer, project, receiver, owner, received_at, note FROM visit;
