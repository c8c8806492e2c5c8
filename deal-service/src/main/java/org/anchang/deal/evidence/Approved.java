package org.anchang.deal.evidence;

import java.util.Map;
import java.util.UUID;

/// Evidence: all signatures on a form are there (APR-5). Only the reader of `approval-events` makes it.
///
/// @param form   what was asked for
/// @param fields what the signers added, e.g. finance's `payoutOn`
public record Approved<F>(UUID request, UUID approval, F form, Map<String, String> fields) {}
