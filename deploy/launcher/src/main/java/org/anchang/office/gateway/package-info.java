/// One address for all services, which no caller can use up: every wait has an end, every crowd a limit, and whoever
/// is past one is told so or let go.
package org.anchang.office.gateway;
