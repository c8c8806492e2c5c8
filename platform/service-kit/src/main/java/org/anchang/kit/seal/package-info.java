/// CUS-6: personal data is sealed at rest; what must be found again is found by its fingerprint.
@NullMarked
package org.anchang.kit.seal;

import org.jspecify.annotations.NullMarked;
