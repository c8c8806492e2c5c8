/// How names are read aloud (CUS-2, CUS-9).
package org.anchang.customer.spelling;
