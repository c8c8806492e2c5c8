/// RPT-2, RPT-3: what managers see of their projects without asking anybody. This service decides nothing
/// and owns nothing: it reads what the five others tell and keeps it as reports want it, in tables that can
/// be dropped and made again while they are read.
package org.anchang.reporting;
