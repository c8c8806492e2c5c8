package org.anchang.kit.paper;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// PAP-2: a paper as it is kept, with all that it takes to print it again as it was.
///
/// @param template the whole file
record Kept(String name, String template, String company, Content content) {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    static Kept of(Template template, String company, Content content) {
        return new Kept(template.name(), template.source(), company, content);
    }

    static Kept read(String written) {
        try {
            return JSON.readValue(written, Kept.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept paper cannot be read");
        }
    }

    /// The same paper is always the same text.
    String written() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a paper cannot be kept");
        }
    }

    /// @return 64 hexadecimal digits, of SHA-256
    String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(written().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    Sheet sheet(boolean inFull, boolean wordsToo) {
        return Template.read(name, template).filled(content.as(inFull, wordsToo));
    }

    @Override
    public String toString() {
        return "Kept[" + name + "]";
    }
}
