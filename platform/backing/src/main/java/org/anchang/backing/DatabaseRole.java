package org.anchang.backing;

/// Who may log in to a database.
public record DatabaseRole(String name, String password) {

    /// Nobody's password is printed.
    @Override
    public String toString() {
        return name;
    }
}
