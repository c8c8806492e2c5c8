/// Work that takes longer than a command usually may.
package org.anchang.kit.work;
