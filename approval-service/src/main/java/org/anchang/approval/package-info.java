/// Approvals (审批): a form that somebody asks for in a deal goes through the signatures that the project's chain
/// demands, in its order, and ends approved, refused or withdrawn.
///
/// `chain` holds the chains as data, `flow` lets the engine decide whose turn it is, `run` is what people do, `staff`
/// who has left. What people see is in our own tables; the engine's hold nothing but the place where each run stands.
package org.anchang.approval;
