package io.orderflow.orchestration.tasklist;

import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import io.orderflow.bpmn.OrderFulfillmentProcess.Groups;
import io.orderflow.kafkaadapters.KafkaAdaptersProperties;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The group of people who resolve line fallout: they may open Tasklist, use one filter there, and see the tenants that this
 * installation serves. The tasks themselves the engine grants them one by one, as candidates. Each part is made only where
 * it is missing, so what an administrator has changed since stays as it is. The service is ready when this has run.
 */
@Component
class OrderOperations implements ApplicationRunner {

    private final IdentityService identities;
    private final AuthorizationService authorizations;
    private final LineFalloutFilter filter;
    private final KafkaAdaptersProperties settings;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    OrderOperations(
            IdentityService identities,
            AuthorizationService authorizations,
            LineFalloutFilter filter,
            KafkaAdaptersProperties settings,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.identities = identities;
        this.authorizations = authorizations;
        this.filter = filter;
        this.settings = settings;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A node that starts at the same time waits here, and then finds everything made. */
    @Override
    public void run(ApplicationArguments arguments) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql(TasklistSql.ONE_NODE_AT_A_TIME).query(Object.class).single();
            if (identities.createGroupQuery().groupId(Groups.ORDER_OPERATIONS).count() == 0) {
                createGroup();
            }
            settings.requiredTenants().stream()
                    .filter(tenant ->
                            identities.createTenantQuery().tenantId(tenant).count() == 0)
                    .forEach(this::createTenant);
            filter.createIfMissing().ifPresent(filterId -> grant(Resources.FILTER, filterId, Permissions.READ));
        });
    }

    private void createGroup() {
        Group group = identities.newGroup(Groups.ORDER_OPERATIONS);
        group.setName("Order operations");
        group.setType("WORKFLOW");
        identities.saveGroup(group);
        grant(Resources.APPLICATION, "tasklist", Permissions.ACCESS);
    }

    /** Without the membership the engine would hide the tenant's tasks from the group. */
    private void createTenant(String id) {
        Tenant tenant = identities.newTenant(id);
        tenant.setName(id);
        identities.saveTenant(tenant);
        identities.createTenantGroupMembership(id, Groups.ORDER_OPERATIONS);
    }

    private void grant(Resource resource, String resourceId, Permission permission) {
        Authorization grant = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
        grant.setGroupId(Groups.ORDER_OPERATIONS);
        grant.setResource(resource);
        grant.setResourceId(resourceId);
        grant.addPermission(permission);
        authorizations.saveAuthorization(grant);
    }
}
