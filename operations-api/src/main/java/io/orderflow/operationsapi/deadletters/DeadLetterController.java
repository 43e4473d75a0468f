package io.orderflow.operationsapi.deadletters;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderflow.httpapi.json.FieldErrors;
import io.orderflow.httpapi.json.JsonBodies;
import io.orderflow.httpapi.problem.ApiProblem;
import io.orderflow.kafkaadapters.Account;
import io.orderflow.kafkaadapters.deadletter.DeadLetterFilter;
import io.orderflow.kafkaadapters.deadletter.DeadLetters;
import io.orderflow.kafkaadapters.deadletter.RedriveResult;
import io.orderflow.kafkaadapters.deadletter.RedriveTerms;
import io.orderflow.kafkaadapters.deadletter.StoredDeadLetter;
import io.orderflow.operationsapi.deadletters.Orders.Redrive;
import io.orderflow.operationsapi.deadletters.Orders.Repair;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The dead letters of this service's consumer groups. Which ones are meant stands in the query, what is to be done in the body. */
@RestController
@RequestMapping("/operations/dead-letters")
class DeadLetterController {

    private final DeadLetters letters;
    private final ObjectMapper json;

    DeadLetterController(DeadLetters letters, ObjectMapper json) {
        this.letters = letters;
        this.json = json;
    }

    @GetMapping
    LetterViews.Page list(HttpServletRequest request) {
        Selection selection = Selection.ofPage(request);
        return LetterViews.page(
                letters.consumers(),
                letters.count(selection.filter()),
                letters.list(selection.filter(), selection.limit()));
    }

    @GetMapping("/{id}")
    LetterViews.Whole show(@PathVariable String id) {
        StoredDeadLetter letter = find(id);
        return LetterViews.whole(letter, letters.decisions(letter.id()));
    }

    @PostMapping("/redrive")
    LetterViews.Redriven redrive(HttpServletRequest request, Principal operator) throws IOException {
        FieldErrors errors = new FieldErrors();
        DeadLetterFilter filter = Selection.of(request, errors).filter();
        Redrive order = JsonBodies.read(request.getInputStream(), errors, Orders::redrive);
        List<RedriveResult> results = letters.redrive(
                filter,
                new RedriveTerms(order.atMost(), order.perSecond(), order.dryRun(), account(operator, order.reason())));
        return new LetterViews.Redriven(order.dryRun(), results, letters.count(filter));
    }

    @PostMapping("/{id}/repair")
    RedriveResult repair(@PathVariable String id, HttpServletRequest request, Principal operator) throws IOException {
        StoredDeadLetter letter = find(id);
        Repair order = JsonBodies.read(request.getInputStream(), Orders::repair);
        return letters.repair(letter.id(), bytes(order), order.dryRun(), account(operator, order.reason()));
    }

    @PostMapping("/discard")
    LetterViews.Discarded discard(HttpServletRequest request, Principal operator) throws IOException {
        FieldErrors errors = new FieldErrors();
        DeadLetterFilter filter = Selection.of(request, errors).filter();
        Orders.Discard order = JsonBodies.read(request.getInputStream(), errors, Orders::discard);
        List<UUID> discarded =
                letters.discard(filter, order.atMost(), order.dryRun(), account(operator, order.reason()));
        return new LetterViews.Discarded(order.dryRun(), discarded, letters.count(filter));
    }

    private StoredDeadLetter find(String id) {
        return Selection.id(id)
                .flatMap(letters::find)
                .orElseThrow(() -> new ApiProblem(
                        HttpStatus.NOT_FOUND, "dead_letter_not_found", "There is no such dead letter here."));
    }

    private byte[] bytes(Repair order) throws JsonProcessingException {
        return json.writeValueAsBytes(order.value());
    }

    private static Account account(Principal operator, String reason) {
        return new Account(operator.getName(), reason);
    }
}
