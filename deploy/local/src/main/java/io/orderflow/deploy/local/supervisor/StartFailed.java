package io.orderflow.deploy.local.supervisor;

import io.orderflow.deploy.local.services.StackService;

/** A service did not come up; its log says more. */
final class StartFailed extends Exception {

    private static final long serialVersionUID = 1L;

    StartFailed(StackService service, String why) {
        super("%s %s".formatted(service.name(), why));
    }
}
