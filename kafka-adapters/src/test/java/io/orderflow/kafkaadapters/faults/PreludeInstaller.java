package io.orderflow.kafkaadapters.faults;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.BatchConsumerAwareMessageListener;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.util.ReflectionUtils;

/** Puts a {@link BatchPrelude} in front of the library's listeners. They are hidden, so this looks for them. */
record PreludeInstaller(BatchPrelude prelude) implements BeanPostProcessor {

    private static final String HOLDER = "io.orderflow.kafkaadapters.consumer.InboxConsumers";

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean.getClass().getName().equals(HOLDER)) {
            List<AbstractMessageListenerContainer<?, ?>> containers = containersOf(bean);
            if (containers.isEmpty()) {
                throw new IllegalStateException("No listener containers found in " + HOLDER);
            }
            containers.forEach(container -> install(container.getContainerProperties()));
        }
        return bean;
    }

    private void install(ContainerProperties properties) {
        Object listener = properties.getMessageListener();
        if (listener instanceof BatchConsumerAwareMessageListener<?, ?> aware) {
            properties.setMessageListener(
                    new Preceded(prelude, (records, consumer) -> cast(aware).onMessage(records, consumer)));
        } else if (listener instanceof BatchMessageListener<?, ?> plain) {
            properties.setMessageListener(
                    new Preceded(prelude, (records, consumer) -> cast(plain).onMessage(records)));
        } else {
            throw new IllegalStateException("Not a batch listener: " + listener);
        }
    }

    @SuppressWarnings("unchecked")
    private static BatchMessageListener<byte[], byte[]> cast(BatchMessageListener<?, ?> listener) {
        return (BatchMessageListener<byte[], byte[]>) listener;
    }

    @SuppressWarnings("unchecked")
    private static BatchConsumerAwareMessageListener<byte[], byte[]> cast(
            BatchConsumerAwareMessageListener<?, ?> listener) {
        return (BatchConsumerAwareMessageListener<byte[], byte[]>) listener;
    }

    private static List<AbstractMessageListenerContainer<?, ?>> containersOf(Object holder) {
        List<AbstractMessageListenerContainer<?, ?>> found = new ArrayList<>();
        for (Field field : holder.getClass().getDeclaredFields()) {
            ReflectionUtils.makeAccessible(field);
            collect(ReflectionUtils.getField(field, holder), found);
        }
        return found;
    }

    private static void collect(@Nullable Object value, List<AbstractMessageListenerContainer<?, ?>> found) {
        if (value instanceof AbstractMessageListenerContainer<?, ?> container) {
            found.add(container);
        } else if (value instanceof Collection<?> many) {
            many.forEach(one -> collect(one, found));
        } else if (value instanceof Map<?, ?> map) {
            collect(map.values(), found);
        }
    }

    private record Preceded(BatchPrelude prelude, BatchPrelude original)
            implements BatchConsumerAwareMessageListener<byte[], byte[]> {

        @Override
        public void onMessage(List<ConsumerRecord<byte[], byte[]>> records, Consumer<?, ?> consumer) {
            prelude.accept(records, consumer);
            original.accept(records, consumer);
        }
    }
}
