/// The auditor. It knows the services only from outside: their tables and their topics, and it computes
/// everything a
/// second time with code of its own, so that a fault in a service is not repeated here.
package org.anchang.audit;
