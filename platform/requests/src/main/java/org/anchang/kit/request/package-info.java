/// What other people write to us: read strictly, each value in one form alone, and refused by its name otherwise.
@NullMarked
package org.anchang.kit.request;

import org.jspecify.annotations.NullMarked;
