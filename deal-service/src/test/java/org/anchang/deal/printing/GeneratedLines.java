package org.anchang.deal.printing;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.anchang.kit.export.Asked;
import org.anchang.kit.export.ExportRows;
import org.anchang.kit.export.ExportSource;
import org.anchang.kit.identity.Role;
import org.anchang.kit.look.Looks;

/// A list of as many rows as a test asks for.
@ApplicationScoped
public class GeneratedLines implements ExportSource {
    record Row(int n, String phone, String text, BigDecimal amount) {}

    static final UUID LOOKED_AT = UUID.randomUUID();
    private static final String LINES = """
            SELECT n, '013' || lpad(n::text, 8, '0') AS phone, '=1+' || n AS text, n + 0.25 AS amount
            FROM generate_series(1, :rows) AS n""";

    @Override
    public String list() {
        return "lines";
    }

    @Override
    public String title(Asked asked) {
        return asked.said("行", "Lines");
    }

    @Override
    public Set<String> roles() {
        return Set.of(Role.SITE_MANAGER);
    }

    @Override
    public List<Heading> headings(Asked asked) {
        return List.of(
                new Heading(asked.said("序号", "No"), 8),
                new Heading(asked.said("电话", "Phone"), 16),
                new Heading(asked.said("内容", "Text"), 20),
                new Heading(asked.said("金额", "Amount"), 12));
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
                batch -> batch.stream()
                        .map(row -> Arrays.<Object>asList(row.n(), row.phone(), row.text(), row.amount()))
                        .toList(),
                batch -> batch.stream()
                        .filter(row -> row.n() == 1)
                        .map(_ -> new Looks.At("line", LOOKED_AT, asked.project(), Looks.Right.SITE_MANAGER))
                        .toList());
    }
}
