package org.anchang.deal.printing;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.anchang.kit.export.Asked;
import org.anchang.kit.export.ExportRows;
import org.anchang.kit.export.ExportSource;
import org.anchang.kit.identity.Role;
import org.anchang.kit.look.Looks;

/// A list of as many rows as a test asks for.
@ApplicationScoped
public class GeneratedLines extends ExportSource {
    record Row(int n, String phone, String text, BigDecimal amount) {}

    static final UUID LOOKED_AT = UUID.randomUUID();
    private static final String LINES = """
            SELECT n, '013' || lpad(n::text, 8, '0') AS phone, '=1+' || n AS text, n + 0.25 AS amount
            FROM generate_series(1, :rows) AS n""";

    GeneratedLines() {
        super("lines", "行", "Lines", Role.SITE_MANAGER);
    }

    @Override
    public ExportRows<?> reading(Asked asked) {
        var rows = asked.filter().knowing("rows").text("rows");
        Map<String, Object> parameters = new HashMap<>(Map.of("rows", rows == null ? 3 : Integer.parseInt(rows)));
        return new ExportRows<>(
                LINES,
                "n",
                parameters,
                Row.class,
                List.of(
                        asked.column("序号", "No", 8, Row::n),
                        asked.column("电话", "Phone", 16, Row::phone),
                        asked.column("内容", "Text", 20, Row::text),
                        asked.column("金额", "Amount", 12, Row::amount)),
                row -> row.n() == 1
                        ? Optional.of(new Looks.At("line", LOOKED_AT, asked.project(), Looks.Right.SITE_MANAGER))
                        : Optional.empty());
    }
}
