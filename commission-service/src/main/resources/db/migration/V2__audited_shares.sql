-- SEC-2: whose part it is, whose customer it was, who received in their place and what a dispute came to: each change
-- keeps what was before and what came after.
SELECT audited('commission_share', 'commission');
SELECT audited('first_consultant', 'customer');
SELECT audited('substitution', 'visit');
SELECT audited('dispute_share', 'dispute');
