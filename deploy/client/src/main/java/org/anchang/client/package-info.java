/// How programs outside the services sign people in.
@NullMarked
package org.anchang.client;

import org.jspecify.annotations.NullMarked;
