/// An amount in CNY with two decimals, never rounded in silence.
package org.anchang.kit.money;
