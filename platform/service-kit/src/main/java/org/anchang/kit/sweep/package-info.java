/// What has to be done at a moment that nobody's command marks.
package org.anchang.kit.sweep;
