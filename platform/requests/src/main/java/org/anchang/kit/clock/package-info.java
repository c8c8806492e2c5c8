/// The one clock of the office. Demonstrations and tests may set it; nobody else.
package org.anchang.kit.clock;
