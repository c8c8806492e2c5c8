-- AOF-1: who changed hands between two moments.
CREATE INDEX owner_change_of_project ON owner_change (project, decided_at, id);
