package org.anchang.audit;

import java.util.List;

/// One thing that must hold in an office at rest.
public interface Check {
    /// What is proved, in a sentence.
    String promise();

    /// Every place where it does not hold, in words that lead to the row; none if it holds.
    List<String> differences(Evidence evidence);
}
