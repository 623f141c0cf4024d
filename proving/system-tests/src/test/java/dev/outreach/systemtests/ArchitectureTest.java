package dev.outreach.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureTest {

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.outreach");

  private static final JavaClasses PLANTED =
      new ClassFileImporter().importPackages("dev.outreach.systemtests.planted");

  @TestFactory
  Stream<DynamicTest> shouldKeepEveryRule() {
    return ArchitectureRules.all().entrySet().stream()
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.getKey(), () -> rule.getValue().allowEmptyShould(true).check(PRODUCT)));
  }

  private static ArchRule rule(String sentence) {
    return Objects.requireNonNull(ArchitectureRules.all().get(sentence), sentence);
  }

  @Test
  void shouldSeeEveryModule() {
    List<String> packages =
        List.of(
            "schemas",
            "runtime",
            "platforms",
            "readmodel",
            "sandbox",
            "discovery",
            "profile",
            "drafting",
            "sending",
            "projector",
            "api",
            "standalone");

    assertThat(packages)
        .allSatisfy(
            name -> assertThat(PRODUCT.containPackage("dev.outreach." + name)).as(name).isTrue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "domain code imports only the JDK and how ids are made",
        "time comes in from outside",
        "randomness comes in from outside",
        "the environment is read in one place",
        "only the runner makes KafkaStreams, and nobody wipes its state",
        "static fields are final",
        "nobody sleeps",
        "a public method that makes a topology is static",
        "topologies do no I/O",
        "only the sender's outlet reaches a platform's send"
      })
  void shouldCatchAPlantedViolation(String sentence) {
    assertThatThrownBy(() -> rule(sentence).check(PLANTED)).isInstanceOf(AssertionError.class);
  }
}
