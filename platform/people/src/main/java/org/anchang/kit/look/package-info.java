/// CUS-6: each look at personal data in full leaves a line.
package org.anchang.kit.look;
