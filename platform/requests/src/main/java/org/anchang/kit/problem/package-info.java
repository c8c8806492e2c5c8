/// Every "no" is a problem document with a stable code, the rule, and words in Chinese or English; a failure is
/// one too, and tells nothing of what is inside.
package org.anchang.kit.problem;
