/// AOF-1: deals and their money as they stood at a past moment.
package org.anchang.deal.past;
