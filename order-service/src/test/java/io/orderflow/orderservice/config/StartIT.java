package io.orderflow.orderservice.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.orderservice.OrderServiceNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class StartIT {

    @Test
    void withoutUsersTheServiceSaysWhatToSetAndDoesNotStart(CapturedOutput output) {
        OrderServiceNode.shared();

        assertThatThrownBy(OrderServiceNode::withoutUsers)
                .hasRootCauseMessage("The users of the HTTP API are not complete: orderflow.api.users is empty.");
        assertThat(output)
                .contains("APPLICATION FAILED TO START", "orderflow.api.users is empty", "ORDERFLOW_API_USERS_0_NAME=");
    }
}
