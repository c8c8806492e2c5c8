-- AOF-1: a unit's holds as they stood. Most have ended; the two indexes of live and ended ones serve the two halves.
SELECT as_of('hold', 'id');
