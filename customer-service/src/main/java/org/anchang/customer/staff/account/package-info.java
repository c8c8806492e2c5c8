/// People's accounts at the identity provider, where their posts are groups: `/office/songfeng/consultant`.
package org.anchang.customer.staff.account;
