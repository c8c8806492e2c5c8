package org.anchang.reporting.model;

/// Where an event belongs: the generation that takes it in, and its place in the stream of its aggregate.
record EventPlace(int generation, long seq) {}
