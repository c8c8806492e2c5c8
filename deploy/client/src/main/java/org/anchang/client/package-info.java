/// How programs outside the services, and tests of the whole office, speak to it as its people do.
@NullMarked
package org.anchang.client;

import org.jspecify.annotations.NullMarked;
