/// SEC-1: who asks, in which role, and what of the office that person may see, to be put into the query itself.
package org.anchang.kit.identity;
