/// RPT-2: the project's managers are told each day, at an hour that the project sets, that the sheet of the
/// day is there, and of the week and month that end with it. What stands on a sheet reporting-service shows
/// to whoever may read it.
package org.anchang.customer.sheet;
