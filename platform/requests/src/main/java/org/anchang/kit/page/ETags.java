package org.anchang.kit.page;

import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.ws.rs.core.EntityTag;
import java.util.List;
import java.util.regex.Pattern;
import org.anchang.kit.problem.KitRefusal;

/// Two people edit the same thing: the one who read an older version is told, instead of writing over the other.
public final class ETags {
    private static final Pattern TAG = Pattern.compile("(W/)?\"([^\"]*)\"");

    private ETags() {}

    public static EntityTag of(long version) {
        return new EntityTag(Long.toString(version));
    }

    /// @param ifMatch the If-Match header as it was sent: several lines of it are one list
    /// @throws org.anchang.kit.problem.Refused IF_MATCH_MISSING (428) or CHANGED_MEANWHILE (412)
    public static void match(List<String> ifMatch, long version) {
        var asked = String.join(",", ifMatch).strip();
        refuseUnless(!asked.isEmpty(), KitRefusal.IF_MATCH_MISSING);
        refuseUnless(asked.equals("*") || has(asked, of(version)), KitRefusal.CHANGED_MEANWHILE);
    }

    /// As RFC 9110 says (13.1.1): one of the tags that are listed. One that is said to be weak never matches.
    private static boolean has(String ifMatch, EntityTag tag) {
        return TAG.matcher(ifMatch)
                .results()
                .anyMatch(one -> one.group(1) == null && one.group(2).equals(tag.getValue()));
    }
}
