/// What the people of the offices are called, beside the user names by which everything knows them.
package org.anchang.customer.colleague;
