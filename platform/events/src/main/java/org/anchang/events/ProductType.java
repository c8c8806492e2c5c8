package org.anchang.events;

/// INV-1: what a unit is sold as. Events carry the name as text, so that a reader meets a newer kind without harm; who
/// takes one from a person takes one of these.
public enum ProductType {
    RESIDENCE,
    SMALL_APARTMENT,
    SHOP,
    PARKING,
    STORAGE,
    OTHER
}
