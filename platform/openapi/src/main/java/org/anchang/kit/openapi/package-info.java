/// What each service's `/q/openapi` says beyond what its signatures show.
@NullMarked
package org.anchang.kit.openapi;

import org.jspecify.annotations.NullMarked;
