package dev.outreach.schemas.topics;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The registry's half of {@link Provisioning}, for one topic. */
final class SubjectProvisioning {

  private static final int NOT_FOUND = 404;
  private static final Set<Integer> REFUSED_CREDENTIALS = Set.of(401, 403);
  private static final int UNPROCESSABLE = 422;

  private final SchemaRegistryClient registry;
  private final String subject;
  private final String rule;
  private final AvroSchema ours;
  private final Patience patience;

  SubjectProvisioning(SchemaRegistryClient registry, Topic topic, Patience patience) {
    this.registry = registry;
    this.subject = topic.subject();
    this.rule = topic.compatibility().name();
    this.ours = RegisteredForm.of(Objects.requireNonNull(topic.value()));
    this.patience = patience;
  }

  void provision() {
    patience.insist("schema registry", this::register, this::verdict);
  }

  private boolean register() throws IOException, RestClientException {
    Optional<String> latest = ifFound(() -> registry.getLatestSchemaMetadata(subject).getSchema());
    if (latest.isEmpty()) {
      // A rule needs a subject in some registries: the first version comes before its rule.
      registry.register(subject, ours);
      applyRule();
      return true;
    }
    applyRule();
    if (isOurs(latest.get()) || isKnown()) {
      return true;
    }
    refuseIncompatible();
    registry.register(subject, ours);
    return true;
  }

  private boolean isOurs(String schema) {
    return new AvroSchema(schema).canonicalString().equals(ours.canonicalString());
  }

  /** True after going back to an older version of the app: its schema is registered already. */
  private boolean isKnown() throws IOException, RestClientException {
    return ifFound(() -> registry.getId(subject, ours)).isPresent();
  }

  private void applyRule() throws IOException, RestClientException {
    Optional<String> current = ifFound(() -> registry.getCompatibility(subject));
    if (!current.equals(Optional.of(rule))) {
      registry.updateCompatibility(subject, rule);
    }
  }

  private void refuseIncompatible() throws IOException, RestClientException {
    List<String> problems = registry.testCompatibilityVerbose(subject, ours);
    if (!problems.isEmpty()) {
      throw incompatible(problems.getFirst());
    }
  }

  private ProvisioningFailure incompatible(String problem) {
    return new ProvisioningFailure(
        "subject %s: the schema is not %s compatible with a registered version: change the schema, or use another topic prefix (%s)"
            .formatted(subject, rule, problem.replaceAll("\\s+", " ")));
  }

  private Optional<ProvisioningFailure> verdict(Exception failure) {
    if (!(failure instanceof RestClientException answer)) {
      return Optional.empty();
    }
    if (REFUSED_CREDENTIALS.contains(answer.getStatus())) {
      return Optional.of(
          new ProvisioningFailure(
              "schema registry refuses our credentials: correct its address or its access rules",
              failure));
    }
    // A conflict is also what a registry says to the slower of two instances: then the next
    // attempt finds the schema registered, or the compatibility check refuses it by name.
    return answer.getStatus() == UNPROCESSABLE
        ? Optional.of(incompatible(String.valueOf(answer.getMessage())))
        : Optional.empty();
  }

  private static <T> Optional<T> ifFound(Question<T> question)
      throws IOException, RestClientException {
    try {
      return Optional.of(question.ask());
    } catch (RestClientException failure) {
      if (failure.getStatus() == NOT_FOUND) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  @FunctionalInterface
  private interface Question<T> {
    T ask() throws IOException, RestClientException;
  }
}
