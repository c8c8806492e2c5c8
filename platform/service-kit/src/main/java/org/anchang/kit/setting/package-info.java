/// Limits, rates, day counts and switches of a project, each from a date on, with a reason and who set it.
@NullMarked
package org.anchang.kit.setting;

import org.jspecify.annotations.NullMarked;
