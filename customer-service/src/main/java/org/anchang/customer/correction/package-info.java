/// What is known of a person is put right: name, gender, phones, channel, note, with reason and history (CUS-10).
@NullMarked
package org.anchang.customer.correction;

import org.jspecify.annotations.NullMarked;
