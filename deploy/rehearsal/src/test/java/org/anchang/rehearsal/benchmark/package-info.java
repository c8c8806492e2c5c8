/// What holds cost, against baselines taken in the same run. Left out of the tests; profile `benchmark` runs it.
package org.anchang.rehearsal.benchmark;
