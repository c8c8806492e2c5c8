/// One producer for a service, the envelope of an event, and nothing sent after what failed.
@NullMarked
package org.anchang.kit.kafka;

import org.jspecify.annotations.NullMarked;
