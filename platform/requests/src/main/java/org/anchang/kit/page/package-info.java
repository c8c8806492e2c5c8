/// Lists that have a bound and go on by a cursor, and edits that are not lost.
package org.anchang.kit.page;
