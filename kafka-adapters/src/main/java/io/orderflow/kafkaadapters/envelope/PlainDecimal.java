package io.orderflow.kafkaadapters.envelope;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.math.BigDecimal;

/** Money as text and never in scientific notation. Jackson's own setting for this is lost on the way through a tree. */
final class PlainDecimal extends StdSerializer<BigDecimal> {

    private static final long serialVersionUID = 1;

    PlainDecimal() {
        super(BigDecimal.class);
    }

    @Override
    public void serialize(BigDecimal value, JsonGenerator json, SerializerProvider provider) throws IOException {
        json.writeString(value.toPlainString());
    }
}
