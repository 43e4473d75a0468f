package io.orderflow.kafkaadapters.outbox;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Many rows as one compressed value. Keeping what was published would otherwise cost as much as publishing it: events of one
 * type resemble each other, so together they shrink to a fraction.
 */
final class PackedRows {

    /** The compressor is native: it is called with much at a time, not with every number. */
    private static final int BUFFER = 1 << 16;

    private static final int FORMAT = 1;
    private static final int FAST = 1;
    private static final int ABSENT = -1;

    private PackedRows() {}

    static byte[] pack(List<OutboxRow> rows) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(64 * rows.size());
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new ZstdOutputStream(packed, FAST), BUFFER))) {
            out.writeByte(FORMAT);
            out.writeInt(rows.size());
            for (OutboxRow row : rows) {
                out.writeByte(row.shard());
                out.writeLong(row.id());
                write(out, row.topic());
                write(out, row.key());
                write(out, row.eventType());
                write(out, row.headers());
                out.writeInt(row.value().length);
                out.write(row.value());
                out.writeBoolean(row.envelope());
                out.writeLong(row.createdAt().getEpochSecond());
                out.writeInt(row.createdAt().getNano());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Packing in memory", e);
        }
        return packed.toByteArray();
    }

    /** @throws IllegalStateException if the value was not packed by this class */
    static List<OutboxRow> unpack(byte[] packed) {
        try (DataInputStream in = new DataInputStream(
                new BufferedInputStream(new ZstdInputStream(new ByteArrayInputStream(packed)), BUFFER))) {
            if (in.readByte() != FORMAT) {
                throw new IllegalStateException("Packed by a newer version");
            }
            int many = in.readInt();
            List<OutboxRow> rows = new ArrayList<>(many);
            for (int i = 0; i < many; i++) {
                rows.add(new OutboxRow(
                        in.readByte(),
                        in.readLong(),
                        text(in),
                        read(in),
                        text(in),
                        text(in),
                        in.readNBytes(in.readInt()),
                        in.readBoolean(),
                        Instant.ofEpochSecond(in.readLong(), in.readInt())));
            }
            return rows;
        } catch (IOException e) {
            throw new IllegalStateException("Not packed by the outbox", e);
        }
    }

    private static void write(DataOutputStream out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(ABSENT);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static @Nullable String read(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length == ABSENT ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static String text(DataInputStream in) throws IOException {
        String text = read(in);
        if (text == null) {
            throw new IOException("A text is missing");
        }
        return text;
    }
}
