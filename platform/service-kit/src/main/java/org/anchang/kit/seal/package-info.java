/// CUS-6: personal data is sealed at rest; what must be found again is found by its fingerprint.
package org.anchang.kit.seal;
