package io.orderflow.operationsapi.deadletters;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderflow.kafkaadapters.deadletter.DeadLetters;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;

/** Opens the API wherever there are consumers. */
@AutoConfiguration(afterName = "io.orderflow.kafkaadapters.consumer.ConsumerAutoConfiguration")
@ConditionalOnBean(DeadLetters.class)
class DeadLettersApiAutoConfiguration {

    @Bean
    DeadLetterController deadLetterController(DeadLetters letters, ObjectMapper json) {
        return new DeadLetterController(letters, json);
    }
}
