package io.orderflow.fulfillmentmock.notifications;

import io.orderflow.httpapi.json.FieldErrors;
import io.orderflow.httpapi.json.Texts;
import io.orderflow.httpapi.users.ApiUser;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The notification sink from outside. */
@RestController
class NotificationController {

    private final Notifications notifications;

    NotificationController(Notifications notifications) {
        this.notifications = notifications;
    }

    @GetMapping("/notifications")
    Log notifications(@RequestParam(defaultValue = "") String orderId, @AuthenticationPrincipal ApiUser caller) {
        FieldErrors errors = new FieldErrors();
        Texts.problemOfIdentifier("orderId", orderId).ifPresent(errors::add);
        errors.throwIfAny();
        return new Log(notifications.ofOrder(caller.tenantId(), orderId));
    }

    record Log(List<Notification> items) {}
}
