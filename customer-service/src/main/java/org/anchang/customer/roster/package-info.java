/// Who is a consultant of a project (置业顾问), so that customers belong to nobody else (REC-2, REC-6).
package org.anchang.customer.roster;
