/// Deals as people read them: what is shown to whom (SEC-1, CUS-6), and what can be done next.
package org.anchang.deal.answer;
