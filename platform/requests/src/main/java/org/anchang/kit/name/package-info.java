/// One thing has one name, however it is written (INV-17): the normal form by which names are compared, and the
/// constraints on names that are sent in.
package org.anchang.kit.name;
