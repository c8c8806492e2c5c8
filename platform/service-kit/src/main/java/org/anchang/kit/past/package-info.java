/// AOF-1: things as they stood at a past moment of the office, and what is different between two ([decision
/// 50](../../../../../../../../../docs/decisions/0050-the-past-is-read-from-the-audit.md)).
package org.anchang.kit.past;
