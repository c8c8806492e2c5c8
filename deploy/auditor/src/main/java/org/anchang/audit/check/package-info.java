/// What must hold, a class per promise.
package org.anchang.audit.check;
