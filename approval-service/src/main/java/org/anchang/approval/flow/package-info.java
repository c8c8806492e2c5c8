/// Whose turn it is. The only package that knows the engine: a chain becomes a process definition when it is first
/// used, each approval is an instance of the one it was opened with, and every step of the engine happens in the
/// transaction of the signature that causes it.
package org.anchang.approval.flow;
