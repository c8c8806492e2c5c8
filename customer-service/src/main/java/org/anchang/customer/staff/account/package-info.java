/// People's accounts at the identity provider, where their posts are groups: `/office/songfeng/consultant`.
@NullMarked
package org.anchang.customer.staff.account;

import org.jspecify.annotations.NullMarked;
