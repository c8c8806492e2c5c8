package org.anchang.customer.sending;

import org.jboss.logging.Logger;

/// Where no carrier is set up: the log says that there was a message, and nothing of whom or what (CUS-6).
final class LogCarrier implements MessageCarrier {
    private static final Logger LOG = Logger.getLogger(LogCarrier.class);

    @Override
    public String name() {
        return "log";
    }

    @Override
    public Carried carry(Parcel parcel) {
        LOG.infof("message %s of %s: %s", parcel.id(), parcel.project(), parcel.kind());
        return Carried.TAKEN;
    }
}
