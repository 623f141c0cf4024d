package dev.outreach.systemtests;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;

/** Lets a test run where a Docker engine answers, and says so where none does. */
final class DockerCondition implements ExecutionCondition {

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (DockerClientFactory.instance().isDockerAvailable()) {
      return ConditionEvaluationResult.enabled("a Docker engine answers");
    }
    String reason =
        context.getDisplayName() + " is left out: no Docker engine answers on this machine";
    context.publishReportEntry("left out", reason);
    return ConditionEvaluationResult.disabled(reason);
  }
}
