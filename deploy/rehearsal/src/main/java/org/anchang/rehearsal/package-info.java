/// Rehearses an opening day: copies a release into the project for rehearsals, sends it the load of that day, and
/// says what to expect.
package org.anchang.rehearsal;
