/// What people do with an approval: it is opened by a request of a deal, each task on it is approved or refused
/// by the
/// person whose turn it is (APR-3), the applicant may withdraw it (APR-2), and everybody concerned reads its
/// history
/// (APR-4).
package org.anchang.approval.run;
