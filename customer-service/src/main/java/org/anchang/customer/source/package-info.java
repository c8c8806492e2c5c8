/// By what customers heard of the project: the nine sources of the printed form and the office's own (CUS-1).
package org.anchang.customer.source;
