-- AOF-1: one unit as it stood, by its id.
SELECT as_of('unit', 'id');
