/// AOF-1: deals and their money as they stood at a past moment.
@NullMarked
package org.anchang.deal.past;

import org.jspecify.annotations.NullMarked;
