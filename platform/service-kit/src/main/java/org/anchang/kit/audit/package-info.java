/// SEC-2: who changed what and when, before and after. A trigger writes it, also for native SQL; Java only says
/// who acts.
package org.anchang.kit.audit;
