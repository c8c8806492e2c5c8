package org.anchang.kit.paper;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Every paper of the services, filled as the demo office filled one of its own (`demo-papers`, fields by name); what
/// that office did not write is made up. The same each time.
final class OfficePapers {
    private static final Path ROOT = Path.of("../..");
    private static final Pattern BOXES = Pattern.compile("\\{(\\w+):([^=}]+)=");
    private static final int ROWS = 2;
    private static final int WEEKS = 13;

    static final Letterhead HEAD = new Letterhead(
            "洛阳云杉置业有限公司",
            "P000007",
            "ab12".repeat(16),
            "http://localhost:8080/console/papers/deal/1/ab12",
            "打印 郑云　2026-11-30 09:12");

    private OfficePapers() {}

    static List<Template> all() {
        try (var files = Files.find(
                ROOT,
                6,
                (file, _) ->
                        file.toString().endsWith(".paper") && file.toString().contains("src/main/resources/papers"))) {
            return files.sorted().map(OfficePapers::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Template named(String name) {
        return all().stream()
                .filter(template -> template.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Template read(Path file) {
        try {
            return Template.read(file.getFileName().toString().replace(".paper", ""), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Kept(Map<String, String> fields, Map<String, List<Map<String, String>>> lists) {}

    static Content filled(Template template) {
        try (var file = OfficePapers.class.getResourceAsStream("/demo-papers/" + template.name() + ".json")) {
            if (file == null) {
                return madeUp(template);
            }
            var kept = new ObjectMapper().readValue(file, Kept.class);
            var filling = Content.filling().withAll(kept.fields());
            kept.lists().forEach((list, rows) -> rows.forEach(row -> filling.row(list, row)));
            return filling.content();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Content madeUp(Template template) {
        var boxes = new LinkedHashMap<String, String>();
        BOXES.matcher(template.source()).results().forEach(found -> boxes.putIfAbsent(found.group(1), found.group(2)));
        var filling = Content.filling();
        var lists = new LinkedHashMap<String, Map<String, String>>();
        for (var field : template.fields()) {
            var dot = field.indexOf('.');
            if (dot > 0) {
                lists.computeIfAbsent(field.substring(0, dot), _ -> new LinkedHashMap<>())
                        .put(field.substring(dot + 1), said(field.substring(dot + 1)));
            } else if (!field.endsWith("Drawn")) {
                filling.with(field, boxes.getOrDefault(field, said(field)));
            }
        }
        lists.forEach((list, row) -> {
            for (int nth = 0; nth < (list.equals("weeks") ? WEEKS : ROWS); nth++) {
                filling.row(list, row);
            }
        });
        return filling.content();
    }

    private static String said(String field) {
        return switch (field.replaceFirst("^.*(?=[A-Z])", "").toLowerCase(Locale.ROOT)) {
            case "on", "by", "until", "date", "from", "to" -> "2026-11-30";
            case "total", "amount", "price", "deposit", "discount", "fee" -> "980000.00";
            case "capitals" -> "玖拾捌万元整";
            case "area" -> "98.50";
            case "number" -> "XLY-ZS001";
            case "phone", "mobile" -> "13800138000";
            case "reason", "opinion", "statement", "wishes", "content", "word" -> "客户因工作调动，需另行安排，申请按约办理，请予批准。";
            case "dates" -> "11.23\n至11.29";
            case "homes" -> "3栋-3101\n3栋-3102";
            case "name", "buyers", "consultant", "applicant", "signed" -> "张三";
            case "completion" -> "87.5%";
            default -> "示例";
        };
    }
}
