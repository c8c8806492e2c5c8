-- AOF-1: a customer's record as it stood.
SELECT as_of('customer', 'id');
