package io.orderflow.orderservice.order.web;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.math.BigDecimal;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How responses are written and how they are documented. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    private static final String BASIC = "basic";

    /** Amounts as decimal strings, absent instead of null: as in the events. */
    @Bean
    Jackson2ObjectMapperBuilderCustomizer responseFormat() {
        return builder -> builder.serializationInclusion(JsonInclude.Include.NON_NULL)
                .postConfigurer(mapper -> mapper.configOverride(BigDecimal.class)
                        .setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING)));
    }

    @Bean
    OpenAPI openApi() {
        SpringDocUtils.getConfig().replaceWithClass(BigDecimal.class, String.class);
        return new OpenAPI()
                .info(new Info()
                        .title("Orderflow orders")
                        .version("1")
                        .description("Capture, follow and cancel orders. Errors are problem+json with a stable code."))
                .components(new Components()
                        .addSecuritySchemes(
                                BASIC,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme(BASIC)))
                .addSecurityItem(new SecurityRequirement().addList(BASIC));
    }
}
