package io.orderflow.kafkaadapters.deadletter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;

/** The tries of a record as text in its row. */
final class Attempts {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private static final TypeReference<List<PastAttempt>> LIST = new TypeReference<>() {};

    private Attempts() {}

    static String encode(List<PastAttempt> attempts) {
        try {
            return JSON.writeValueAsString(attempts);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Times and texts always have a text", impossible);
        }
    }

    static List<PastAttempt> decode(String text) {
        try {
            return JSON.readValue(text, LIST);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not written by this class: " + text, e);
        }
    }
}
