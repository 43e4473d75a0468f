package io.orderflow.messagecorrelation.camunda.binding;

import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;

/** Lets this node see a deployment as soon as it is committed. Thread safe. */
final class ForgetAfterDeployment implements Deployer {

    private final DeployedBindings bindings;

    ForgetAfterDeployment(DeployedBindings bindings) {
        this.bindings = bindings;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (deployment.isNew()) {
            Context.getCommandContext()
                    .getTransactionContext()
                    .addTransactionListener(TransactionState.COMMITTED, context -> bindings.forget());
        }
    }
}
