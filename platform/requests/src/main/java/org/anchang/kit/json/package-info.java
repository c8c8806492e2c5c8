/// How values and events stand in JSON, and how a reader meets a newer writer without harm.
@NullMarked
package org.anchang.kit.json;

import org.jspecify.annotations.NullMarked;
