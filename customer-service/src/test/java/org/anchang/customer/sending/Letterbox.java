package org.anchang.customer.sending;

import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/// A carrier that keeps what it takes, for tests: phones that end in 0000 are refused, 1111 ends nobody knows how.
@Mock
@ApplicationScoped
public class Letterbox implements MessageCarrier {
    private final Queue<Parcel> parcels = new ConcurrentLinkedQueue<>();
    private final Map<String, Carried> answers = new ConcurrentHashMap<>();

    @Override
    public String name() {
        return "letterbox";
    }

    @Override
    public Carried carry(Parcel parcel) {
        parcels.add(parcel);
        return answers.getOrDefault(to(parcel), Carried.TAKEN);
    }

    private static String to(Parcel parcel) {
        return parcel.phone() == null ? parcel.person() : parcel.phone();
    }

    /// What is sent to the phone ends so.
    void answers(String phone, Carried carried) {
        answers.put(phone, carried);
    }

    /// All that came for a phone, or for somebody of the office.
    public java.util.List<String> texts(String phone) {
        return parcels.stream()
                .filter(parcel -> phone.equals(to(parcel)))
                .map(Parcel::text)
                .toList();
    }

    java.util.List<UUID> ids(String phone) {
        return parcels.stream()
                .filter(parcel -> phone.equals(to(parcel)))
                .map(Parcel::id)
                .toList();
    }
}
