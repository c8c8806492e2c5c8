/// The questions that managers ask, each as a list of things: a figure is how many there are of them, and
/// opens them.
package org.anchang.reporting.report;
