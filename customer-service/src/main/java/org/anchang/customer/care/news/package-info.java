/// News of the project (资讯): to whom of which kind, and who was told (CAR-5).
package org.anchang.customer.care.news;
