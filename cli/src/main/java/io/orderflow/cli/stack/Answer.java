package io.orderflow.cli.stack;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a service answered.
 *
 * @param body missing node if the answer had none that is JSON
 */
public record Answer(int status, JsonNode body) {

    public boolean isSuccess() {
        return status / 100 == 2;
    }

    /** The stable code of a problem document, or the status where there is none. */
    public String code() {
        return body.path("code").asText("http_" + status);
    }

    /** The problem in words: what happened, and each single error. */
    public String problem() {
        StringBuilder text = new StringBuilder(
                        body.path("detail").asText(body.path("title").asText("no details")))
                .append(" (")
                .append(code())
                .append(")");
        for (JsonNode error : body.path("errors")) {
            text.append("\n  - %s: %s (%s)"
                    .formatted(
                            error.path("field").asText(),
                            error.path("message").asText(),
                            error.path("code").asText()));
        }
        for (JsonNode line : body.path("lines")) {
            text.append("\n  - line ").append(line.asText());
        }
        return text.toString();
    }
}
