/// RPT-1: how a quarter goes (季度全案进度): what was planned for each week, what was sold, and how much of the plan that is.
package org.anchang.deal.quarter;
