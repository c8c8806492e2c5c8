/// Answers that are read as of one moment.
package org.anchang.kit.snapshot;
