package io.orderflow.orchestration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.orderflow.bpmn.OrderFulfillmentProcess;
import io.orderflow.bpmn.OrderFulfillmentProcess.Groups;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.repository.CamundaFormDefinition;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes that start at the same moment bring what is new once, and agree. */
class NodesStartingTogetherIT {

    private TwoNodes nodes;
    private ProcessEngine engine;

    @BeforeEach
    void nodesAreRunning() throws Exception {
        nodes = TwoNodes.running();
        engine = nodes.left.engine;
    }

    @Test
    void oneVersionOfEachModelIsDeployed() {
        assertThat(engine.getRepositoryService()
                        .createProcessDefinitionQuery()
                        .latestVersion()
                        .list())
                .extracting(ProcessDefinition::getVersion)
                .as("the second one, after that of the older node")
                .containsExactly(2);
        assertThat(engine.getRepositoryService().createDecisionDefinitionQuery().list())
                .extracting(DecisionDefinition::getKey, DecisionDefinition::getVersion)
                .containsExactly(tuple(OrderFulfillmentProcess.APPROVAL_POLICY, 1));
        CamundaFormDefinition form = nodes.left
                .configuration()
                .getCommandExecutorTxRequired()
                .execute(context -> context.getCamundaFormDefinitionManager()
                        .findLatestDefinitionByKey(OrderFulfillmentProcess.LINE_FALLOUT_FORM));
        assertThat(form.getVersion()).isEqualTo(1);
        assertThat(engine.getRepositoryService().createDeploymentQuery().count())
                .as("that of the older node, and one of these two")
                .isEqualTo(2);
    }

    @Test
    void theGroupIsThereOnceWithExactlyWhatItNeeds() {
        IdentityService identities = nodes.right.engine.getIdentityService();
        AuthorizationService authorizations = nodes.right.engine.getAuthorizationService();

        assertThat(identities
                        .createGroupQuery()
                        .groupId(Groups.ORDER_OPERATIONS)
                        .count())
                .isEqualTo(1);
        assertThat(identities
                        .createTenantQuery()
                        .groupMember(Groups.ORDER_OPERATIONS)
                        .list())
                .singleElement()
                .satisfies(tenant -> assertThat(tenant.getId()).isEqualTo(Event.TENANT));
        Filter filter = engine.getFilterService()
                .createTaskFilterQuery()
                .filterName("Line fallout")
                .singleResult();
        assertThat(authorizations
                        .createAuthorizationQuery()
                        .groupIdIn(Groups.ORDER_OPERATIONS)
                        .list())
                .filteredOn(grant -> grant.getResourceType() != Resources.TASK.resourceType())
                .extracting(Authorization::getResourceType, Authorization::getResourceId)
                .as("the last two are the engine's own: whoever belongs to a group or a tenant may read its name")
                .containsExactlyInAnyOrder(
                        tuple(Resources.APPLICATION.resourceType(), "tasklist"),
                        tuple(Resources.FILTER.resourceType(), filter.getId()),
                        tuple(Resources.GROUP.resourceType(), Groups.ORDER_OPERATIONS),
                        tuple(Resources.TENANT.resourceType(), Event.TENANT));
        assertThat(authorizations
                        .createAuthorizationQuery()
                        .groupIdIn(Groups.ORDER_OPERATIONS)
                        .resourceType(Resources.FILTER)
                        .list())
                .allSatisfy(grant -> assertThat(grant.getPermissions(
                                new Permissions[] {Permissions.READ, Permissions.UPDATE, Permissions.DELETE}))
                        .containsExactly(Permissions.READ));
    }
}
