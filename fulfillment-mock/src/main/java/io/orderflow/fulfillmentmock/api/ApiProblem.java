package io.orderflow.fulfillmentmock.api;

import java.util.List;
import org.springframework.http.HttpStatus;

/** Thrown to tell a caller what is wrong; becomes the response as it is. */
public final class ApiProblem extends RuntimeException {

    private final HttpStatus status;
    private final String code;
    private final transient List<FieldProblem> errors;

    /**
     * @param code stable, lower snake case
     * @param detail a sentence for people
     * @param errors what is wrong field by field; empty if the problem is not about fields
     */
    public ApiProblem(HttpStatus status, String code, String detail, List<FieldProblem> errors) {
        super(detail);
        this.status = status;
        this.code = code;
        this.errors = List.copyOf(errors);
    }

    public ApiProblem(HttpStatus status, String code, String detail) {
        this(status, code, detail, List.of());
    }

    HttpStatus status() {
        return status;
    }

    String code() {
        return code;
    }

    List<FieldProblem> errors() {
        return errors;
    }
}
