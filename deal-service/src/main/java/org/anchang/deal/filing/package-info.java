/// Registration of the contract with the housing authority (CON-6).
package org.anchang.deal.filing;
