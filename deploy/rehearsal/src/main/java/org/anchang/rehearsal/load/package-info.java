/// Load over HTTP, sent by a plan that does not wait for answers, and what came of it.
@org.jspecify.annotations.NullMarked
package org.anchang.rehearsal.load;
