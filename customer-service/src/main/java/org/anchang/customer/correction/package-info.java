/// What is known of a person is put right: name, gender, phones, channel, note, with reason and history (CUS-10).
package org.anchang.customer.correction;
