/// Load over HTTP, sent by a plan that does not wait for answers, and what came of it.
package org.anchang.rehearsal.load;
