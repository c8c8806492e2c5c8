/// Who works in the offices: people, their posts in each project, the seats of consultants (SEC-1, REC-1, TRK-7). What
/// stands here is the truth; the accounts at the identity provider follow it within seconds.
package org.anchang.customer.staff;
