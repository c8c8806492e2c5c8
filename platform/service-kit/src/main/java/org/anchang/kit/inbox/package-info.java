/// What neighbours say is taken in exactly once and in order for each aggregate. A gap or an event that cannot be
/// digested parks its aggregate, visibly, while the others go on.
package org.anchang.kit.inbox;
