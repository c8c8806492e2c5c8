/// News of the project (资讯): to whom of which kind, and who was told (CAR-5).
@NullMarked
package org.anchang.customer.care.news;

import org.jspecify.annotations.NullMarked;
