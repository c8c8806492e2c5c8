/// What a command says to its neighbours: stored with its effect, published at least once and in order for each
/// aggregate, if and only if it was committed.
package org.anchang.kit.outbox;
