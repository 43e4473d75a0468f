package io.orderflow.bpmn;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The engine itself keeps to the rule that history ends some day. */
class HistoryTimeToLiveTest {

    @ParameterizedTest
    @MethodSource("models")
    void anEngineRefusesAModelThatKeepsHistoryForever(Path file) {
        BpmnModelInstance endless = ModelFiles.read(file);
        endless.getModelElementsByType(Process.class)
                .forEach(process -> process.setCamundaHistoryTimeToLiveString(null));

        assertThatThrownBy(() -> TestEngine.engine()
                        .getRepositoryService()
                        .createDeployment()
                        .addModelInstance("endless.bpmn", endless)
                        .deploy())
                .isInstanceOf(ParseException.class)
                .hasMessageContaining("History Time To Live");
    }

    static List<Path> models() {
        return ModelFiles.processes();
    }
}
