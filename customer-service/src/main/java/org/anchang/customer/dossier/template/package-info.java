/// CUS-4: what a project asks in its dossiers (客户信息档案): the fields of the printed form, those of the reports, and its
/// own.
package org.anchang.customer.dossier.template;
