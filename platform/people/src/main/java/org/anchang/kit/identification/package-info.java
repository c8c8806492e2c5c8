/// The papers by which people and firms are identified, and the numbers on them.
@NullMarked
package org.anchang.kit.identification;

import org.jspecify.annotations.NullMarked;
