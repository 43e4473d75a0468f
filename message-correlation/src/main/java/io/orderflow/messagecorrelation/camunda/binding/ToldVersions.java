package io.orderflow.messagecorrelation.camunda.binding;

import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.jspecify.annotations.Nullable;

/**
 * What one command has been told about the newest versions. It is told the same until its end: whoever has prepared for a
 * start, or for none, must not hear otherwise when it comes to it.
 */
final class ToldVersions implements Session {

    private @Nullable NewestVersions told;

    @Nullable
    NewestVersions get() {
        return told;
    }

    void set(NewestVersions versions) {
        told = versions;
    }

    @Override
    public void flush() {
        // Nothing to write.
    }

    @Override
    public void close() {
        // Nothing to give back.
    }

    /** One for each command. */
    static final class Factory implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return ToldVersions.class;
        }

        @Override
        public Session openSession() {
            return new ToldVersions();
        }
    }
}
