/// COM-3, COM-4: what each step of a deal does to its commission.
package org.anchang.commission.earning;
