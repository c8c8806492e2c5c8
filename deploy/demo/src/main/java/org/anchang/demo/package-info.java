/// An office in full swing, played by its people through the public API alone; also the hands of the system tests.
@NullMarked
package org.anchang.demo;

import org.jspecify.annotations.NullMarked;
