/// One producer for a service, the envelope of an event, and nothing sent after what failed.
package org.anchang.kit.kafka;
