/// COM-3: the project's plans: which rate, when it is earned, how it is paid out; versioned and never altered.
package org.anchang.commission.plan;
