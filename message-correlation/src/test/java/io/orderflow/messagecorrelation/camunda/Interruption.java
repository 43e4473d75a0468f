package io.orderflow.messagecorrelation.camunda;

import java.sql.Connection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.ibatis.executor.statement.StatementHandler;
import org.apache.ibatis.plugin.Interceptor;
import org.apache.ibatis.plugin.Intercepts;
import org.apache.ibatis.plugin.Invocation;
import org.apache.ibatis.plugin.Signature;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.Nullable;

/** Lets something happen on another thread right before an engine's n-th statement, so that a race has one known course. */
@Intercepts(
        @Signature(
                type = StatementHandler.class,
                method = "prepare",
                args = {Connection.class, Integer.class}))
public final class Interruption implements Interceptor {

    private int statementsToGo;

    private @Nullable Runnable event;

    static Interruption of(ProcessEngine engine) {
        Interruption interruption = new Interruption();
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getSqlSessionFactory()
                .getConfiguration()
                .addInterceptor(interruption);
        return interruption;
    }

    void before(int statement, Runnable happens) {
        statementsToGo = statement;
        event = happens;
    }

    /** @return whether there were that many statements */
    boolean hasHappened() {
        boolean happened = event == null;
        event = null;
        return happened;
    }

    @Override
    public Object intercept(Invocation invocation) throws Throwable {
        Runnable due = event;
        if (due != null && --statementsToGo == 0) {
            event = null;
            try {
                CompletableFuture.runAsync(due).join();
            } catch (CompletionException e) {
                throw e.getCause();
            }
        }
        return invocation.proceed();
    }
}
