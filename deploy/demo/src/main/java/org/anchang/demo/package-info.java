/// An office in full swing, played by its people through the public API alone; also the hands of the system tests.
package org.anchang.demo;
