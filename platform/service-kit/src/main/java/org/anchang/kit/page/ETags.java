package org.anchang.kit.page;

import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.ws.rs.core.EntityTag;
import org.anchang.kit.problem.KitRefusal;
import org.jspecify.annotations.Nullable;

/// Two people edit the same thing: the one who read an older version is told, instead of writing over the other.
public final class ETags {
    private ETags() {}

    public static EntityTag of(long version) {
        return new EntityTag(Long.toString(version));
    }

    /// @throws org.anchang.kit.problem.Refused IF_MATCH_MISSING (428) or CHANGED_MEANWHILE (412)
    public static void match(@Nullable String ifMatch, long version) {
        refuseUnless(ifMatch != null && !ifMatch.isBlank(), KitRefusal.IF_MATCH_MISSING);
        refuseUnless(ifMatch.equals("*") || ifMatch.equals("\"" + version + "\""), KitRefusal.CHANGED_MEANWHILE);
    }
}
