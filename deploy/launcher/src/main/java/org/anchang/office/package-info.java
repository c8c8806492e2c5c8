/// A whole office on one machine: what it stands on, the five services, the console, one gateway port.
///
/// [org.anchang.office.Up] is what `deploy/up` runs; [org.anchang.office.Office] is the same as a library, with doors
/// for killing and restarting each part.
package org.anchang.office;
