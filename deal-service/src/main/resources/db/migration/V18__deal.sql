-- AOF-1: a deal, what it is about and its buyers as they stood.
SELECT as_of('deal', 'id');
SELECT as_of('deal_line', 'deal');
SELECT as_of('buyer', 'deal');
