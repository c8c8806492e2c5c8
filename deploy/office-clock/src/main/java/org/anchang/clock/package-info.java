/// The clock of demonstrations and tests. No service depends on it: who starts one puts it on the class path, and says
/// whether it goes.
package org.anchang.clock;
