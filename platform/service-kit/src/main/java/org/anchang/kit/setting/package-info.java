/// Limits, rates, day counts and switches of a project, each from a date on, with a reason and who set it.
package org.anchang.kit.setting;
