package org.anchang.inventory.board;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;

/// A part of a text, compressed by itself, so that parts put behind each other are one gzip file (RFC 1952): what
/// did not change is not compressed again.
///
/// @param deflated ends at a byte, refers to nothing before it
/// @param length   of the text, in bytes
record Piece(byte[] deflated, int crc, int length) {
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, (byte) 0xff};
    /// An empty last block.
    private static final byte[] LAST_BLOCK = {0x03, 0x00};

    private static final int TRAILER_LENGTH = 8;
    private static final int BUFFER_LENGTH = 16_384;
    /// The polynomial of CRC-32, and 1 and x⁸, with the highest power in the lowest bit.
    private static final int POLYNOMIAL = 0xedb88320;

    private static final int ONE = 1 << 31;
    private static final int ONE_BYTE = 1 << 23;

    static Piece of(byte[] text) {
        var crc = new CRC32();
        crc.update(text);
        var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            deflater.setInput(text);
            var deflated = new ByteArrayOutputStream(text.length / 8 + 64);
            var buffer = new byte[BUFFER_LENGTH];
            int written;
            do {
                written = deflater.deflate(buffer, 0, buffer.length, Deflater.FULL_FLUSH);
                deflated.write(buffer, 0, written);
            } while (written == buffer.length);
            return new Piece(deflated.toByteArray(), (int) crc.getValue(), text.length);
        } finally {
            deflater.end();
        }
    }

    /// The gzip file of one part behind the other.
    static byte[] joined(List<Piece> pieces) {
        var size = pieces.stream().mapToInt(piece -> piece.deflated.length).sum();
        var file = ByteBuffer.allocate(HEADER.length + size + LAST_BLOCK.length + TRAILER_LENGTH)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(HEADER);
        int crc = 0;
        int length = 0;
        for (var piece : pieces) {
            file.put(piece.deflated);
            crc = times(powerOf(piece.length), crc) ^ piece.crc;
            length += piece.length;
        }
        return file.put(LAST_BLOCK).putInt(crc).putInt(length).array();
    }

    static byte[] text(byte[] gzip) {
        try (var text = new GZIPInputStream(new ByteArrayInputStream(gzip), BUFFER_LENGTH)) {
            return text.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What a checksum is multiplied by when that many bytes follow: x to the power of eight times their number.
    private static int powerOf(int bytes) {
        int power = ONE;
        int square = ONE_BYTE;
        for (int rest = bytes; rest != 0; rest >>>= 1) {
            if ((rest & 1) != 0) {
                power = times(square, power);
            }
            square = times(square, square);
        }
        return power;
    }

    /// The product of two polynomials over two elements, modulo the one of CRC-32.
    private static int times(int one, int other) {
        int product = 0;
        int shifted = other;
        for (int bit = ONE; bit != 0; bit >>>= 1) {
            if ((one & bit) != 0) {
                product ^= shifted;
            }
            shifted = (shifted & 1) != 0 ? shifted >>> 1 ^ POLYNOMIAL : shifted >>> 1;
        }
        return product;
    }
}
