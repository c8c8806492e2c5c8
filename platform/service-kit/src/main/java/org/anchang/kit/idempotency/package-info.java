/// A command that is sent twice is done once: the same key and request get the same answer, whatever crashed in
/// between.
package org.anchang.kit.idempotency;
