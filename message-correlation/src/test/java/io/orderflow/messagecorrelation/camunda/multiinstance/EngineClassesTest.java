package io.orderflow.messagecorrelation.camunda.multiinstance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * We lean on what the engine does inside, not only on its API. If this test fails, the engine was changed: compare its
 * sources with those of the version before, then the classes that the failure names, then write down the new digest.
 */
class EngineClassesTest {

    private static final String ENGINE = "org.camunda.bpm.engine.impl.";

    @ParameterizedTest
    @CsvSource({
        "bpmn.behavior.MultiInstanceActivityBehavior, 12a1b4016f16602f, CountingJoin",
        "bpmn.behavior.ParallelMultiInstanceActivityBehavior, 0c9a514b74911455, CountingJoin",
        "pvm.runtime.PvmExecutionImpl, 0dde3d06d1c598a6, CountingJoin.hasEnded",
        "pvm.runtime.operation.PvmAtomicOperationCreateScope, fba289dfec6f955a, CountingJoin.hasEnded",
        "pvm.runtime.operation.PvmAtomicOperationActivityNotifyListenerEnd, dfc61f805b511bf5, CountingJoin.hasEnded",
        "pvm.runtime.operation.PvmAtomicOperationActivityEnd, 501f4374d6ebe12e, CountingJoin",
        "migration.instance.MigratingActivityInstance, eca1e6b2ae656313, CountingJoin",
        "migration.validation.activity.SupportedActivityValidator, 782704157abce749, LeanJoin.allowMigration",
        "bpmn.parser.BpmnParse, 0abfe1b5882964cc, LeanJoinParseListener",
        "util.xml.Element, af88a916a9c9c5d4, LoopVariableUse",
        "persistence.entity.ExecutionEntity, 251eb0fc1126cd5f, WaitingInstances and the tree that it restores",
        "persistence.entity.EventSubscriptionManager, eabb904306f3abd0, the hook on new subscriptions",
        "db.entitymanager.DbEntityManager, 002060540d05ed58, WaitingStatements and its cache",
        "db.entitymanager.operation.DbOperationManager, a2bf60482b0bd3c8, LinearFlushOrder",
        "db.entitymanager.operation.DbEntityOperation, 00e5685038d4a37c, ReferenceOrder",
        "db.entitymanager.DbEntityManagerFactory, 7e46a1decffee6d1, LargeCommandsPlugin",
        "interceptor.CommandContext, 7609812328474daf, the order in which a command is closed",
    })
    void isAsItWas(String type, String digest, String whoLeansOnIt) throws Exception {
        assertThat(sha256(type))
                .as("%s%s, on which leans %s", ENGINE, type, whoLeansOnIt)
                .startsWith(digest);
    }

    private static String sha256(String type) throws Exception {
        String resource = "/" + (ENGINE + type).replace('.', '/') + ".class";
        try (InputStream bytecode = EngineClassesTest.class.getResourceAsStream(resource)) {
            assertThat(bytecode).as(resource).isNotNull();
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytecode.readAllBytes()));
        }
    }
}
