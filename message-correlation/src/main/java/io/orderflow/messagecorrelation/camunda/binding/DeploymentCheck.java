package io.orderflow.messagecorrelation.camunda.binding;

import io.orderflow.messagecorrelation.binding.EventCatalogue;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.xml.ModelParseException;

/**
 * Refuses a deployment whose models could not be reached by their events. Runs before the engine looks at the models, and
 * for new ones only: what has been deployed is never judged again. Thread safe.
 */
final class DeploymentCheck implements Deployer {

    private final EventCatalogue catalogue;

    DeploymentCheck(EventCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** @throws org.camunda.bpm.engine.ParseException with all findings, each with its element */
    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return;
        }
        Map<String, List<ProcessModel>> models = modelsOf(deployment);
        if (models.isEmpty()) {
            return;
        }
        CommandContext context = Context.getCommandContext();
        ProcessCheck check =
                new ProcessCheck(catalogue, NewestVersions.read(context, 0).bindings(), keysOf(models));
        Refusal refusal = new Refusal();
        models.forEach((resource, processes) -> processes.forEach(process -> {
            refusal.add(resource, check.findings(process));
            if (deployment.getTenantId() != null) {
                refusal.add(resource, List.of(ofOneTenant(process, deployment.getTenantId())));
            }
        }));
        refusal.throwIfAny();
    }

    /** Instances are started from the definitions that all tenants share. */
    private static Finding ofOneTenant(ProcessModel process, String tenant) {
        return new Finding(
                process.key(),
                "is deployed for tenant " + tenant + " alone, where no event would find it",
                "deploy it without a tenant; its instances belong to the tenants of their events");
    }

    private static Map<String, List<ProcessModel>> modelsOf(DeploymentEntity deployment) {
        Map<String, List<ProcessModel>> models = new LinkedHashMap<>();
        new TreeMap<>(deployment.getResources()).forEach((name, resource) -> {
            if (Arrays.stream(BpmnDeployer.BPMN_RESOURCE_SUFFIXES).anyMatch(name::endsWith)) {
                models.put(name, read(resource));
            }
        });
        return models;
    }

    private static List<ProcessModel> read(ResourceEntity resource) {
        try {
            return ProcessModel.of(Bpmn.readModelFromStream(new ByteArrayInputStream(resource.getBytes())));
        } catch (ModelParseException notBpmn) {
            // The engine says so next, and better.
            return List.of();
        }
    }

    private static Set<String> keysOf(Map<String, List<ProcessModel>> models) {
        return models.values().stream()
                .flatMap(List::stream)
                .map(ProcessModel::key)
                .collect(Collectors.toSet());
    }
}
