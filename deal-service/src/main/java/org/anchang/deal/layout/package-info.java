/// 户型结构变更: a structural change of the unit, and its inspection (LAY-1).
package org.anchang.deal.layout;
