/// What was told, as reports read it. Each effect of an event is one that commutes: a value with the place
/// in its stream that it is from, the earliest of some moments, or a fact under its own id. So events may
/// come in any order between streams and more than once, and a generation that is made anew from the topics
/// while the current one is read comes out the same.
package org.anchang.reporting.model;
