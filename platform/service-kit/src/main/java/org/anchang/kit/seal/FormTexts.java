package org.anchang.kit.seal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BinaryOperator;

/// CUS-6: what people wrote into the form of a change, which may tell of the buyers what is nobody else's. In tables
/// these fields stand sealed under the service's keys, in events under what services have in common, bound to their
/// request both times; the services that the form passes through open them for those alone who may read them.
@ApplicationScoped
public class FormTexts {
    /// The fields that are free text, by their names in answers and events.
    public static final Set<String> NAMES = Set.of("reason", "statement", "wishes");

    private final Sealing sealing;
    private final Courier courier;

    FormTexts(Sealing sealing, Courier courier) {
        this.sealing = sealing;
        this.courier = courier;
    }

    /// To be kept.
    ///
    /// @param request the change request, to which the texts are bound
    public Map<String, String> sealed(Map<String, String> form, UUID request) {
        return each(form, (name, text) -> sealing.seal(text, place(name, request)));
    }

    /// As it was kept.
    ///
    /// @throws IllegalStateException if one of the texts is not sealed for this request
    public Map<String, String> open(Map<String, String> form, UUID request) {
        return each(form, (name, text) -> sealing.open(text, place(name, request)));
    }

    /// For an event that tells of a form that is kept here.
    public Map<String, String> toTell(Map<String, String> kept, UUID request) {
        return told(open(kept, request), request, courier);
    }

    /// As an event told it.
    ///
    /// @throws IllegalStateException if one of the texts is not sealed for this request
    public Map<String, String> heard(Map<String, String> form, UUID request) {
        return each(form, (name, text) -> courier.open(text, place(name, request)));
    }

    /// As whoever has this courier tells a form.
    public static Map<String, String> told(Map<String, String> form, UUID request, Courier courier) {
        return each(form, (name, text) -> courier.seal(text, place(name, request)));
    }

    /// The form for somebody who may not read its texts.
    public static Map<String, String> without(Map<String, String> form) {
        var others = new LinkedHashMap<>(form);
        others.keySet().removeAll(NAMES);
        return others;
    }

    private static Map<String, String> each(Map<String, String> form, BinaryOperator<String> turn) {
        var turned = new LinkedHashMap<>(form);
        turned.replaceAll((name, value) -> NAMES.contains(name) ? turn.apply(name, value) : value);
        return turned;
    }

    private static Place place(String name, UUID request) {
        return new Place("change_request", name, request);
    }
}
