package dev.outreach.systemtests;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;

/** What keeps the folders of this product apart and its logic pure, one sentence each. */
final class ArchitectureRules {

  private static final String ROOT = "dev.outreach.";

  private static final List<String> APPS =
      List.of("discovery", "profile", "drafting", "sending", "projector", "api");
  private static final List<String> LIBRARIES =
      List.of("schemas", "runtime", "platforms", "readmodel", "sandbox");

  private ArchitectureRules() {}

  /** Every rule by its sentence. */
  static Map<String, ArchRule> all() {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    rules.put("domain code imports only the JDK and how ids are made", domainIsPure());
    rules.put("packages do not depend on each other in circles", noCycles());
    rules.put("time comes in from outside", timeComesIn());
    rules.put("randomness comes in from outside", randomnessComesIn());
    rules.put("the environment is read in one place", environmentIsReadOnce());
    rules.put("only the runner makes KafkaStreams, and nobody wipes its state", oneStreamsOwner());
    rules.put("static fields are final", staticFieldsAreFinal());
    rules.put("nobody sleeps", nobodySleeps());
    rules.put("a public method that makes a topology is static", topologiesAreStatic());
    rules.put("topologies do no I/O", topologiesDoNoInput());
    rules.put("only the sender's outlet reaches a platform's send", onlyTheSenderSends());
    APPS.forEach(app -> rules.put(app + " knows no other app", knowsNoOtherApp(app)));
    LIBRARIES.forEach(
        library -> rules.put(library + " knows no other module", knowsNoOtherModule(library)));
    rules.put("nothing leads to the website product", nothingLeadsToTheWebsiteProduct());
    return rules;
  }

  private static ArchRule domainIsPure() {
    return noClasses()
        .that()
        .resideInAPackage("..domain..")
        .should()
        .dependOnClassesThat(
            not(
                resideInAnyPackage(
                    "java.lang..",
                    "java.math..",
                    "java.net",
                    "java.nio",
                    "java.nio.charset..",
                    "java.security..",
                    "java.text..",
                    "java.time..",
                    "java.util..",
                    "..domain..",
                    "org.jspecify..",
                    "dev.outreach.schemas.identity..")));
  }

  private static ArchRule noCycles() {
    return slices().matching("dev.outreach.(**)").should().beFreeOfCycles();
  }

  private static ArchRule timeComesIn() {
    return noClasses()
        .that()
        .resideOutsideOfPackages("dev.outreach.standalone..")
        .and()
        .doNotHaveSimpleName("Main")
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(System.class, "currentTimeMillis");
  }

  private static ArchRule randomnessComesIn() {
    return noClasses()
        .that()
        .resideOutsideOfPackages("dev.outreach.standalone..")
        .should()
        .callMethod(UUID.class, "randomUUID")
        .orShould()
        .callMethod(ThreadLocalRandom.class, "current")
        .orShould()
        .callMethod(Math.class, "random");
  }

  private static ArchRule environmentIsReadOnce() {
    return noClasses()
        .that()
        .doNotHaveFullyQualifiedName("dev.outreach.standalone.Outreach")
        .should()
        .callMethod(System.class, "getenv")
        .orShould()
        .callMethod(System.class, "getenv", String.class);
  }

  private static ArchRule oneStreamsOwner() {
    return noClasses()
        .that()
        .doNotHaveFullyQualifiedName("dev.outreach.runtime.StreamsRunner")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(KafkaStreams.class);
  }

  private static ArchRule staticFieldsAreFinal() {
    return fields()
        .that()
        .areStatic()
        .and()
        .areDeclaredInClassesThat()
        .resideOutsideOfPackage("dev.outreach.schemas")
        .should()
        .beFinal();
  }

  private static ArchRule nobodySleeps() {
    return noClasses()
        .should()
        .callMethod(Thread.class, "sleep", long.class)
        .orShould()
        .callMethod(Thread.class, "sleep", Duration.class);
  }

  private static ArchRule topologiesAreStatic() {
    return methods().that().haveRawReturnType(Topology.class).and().arePublic().should().beStatic();
  }

  private static ArchRule topologiesDoNoInput() {
    return noClasses()
        .that()
        .haveSimpleNameEndingWith("Topology")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "java.net.http..", "java.nio.file..", "java.io..");
  }

  private static ArchRule onlyTheSenderSends() {
    return noClasses()
        .that()
        .resideOutsideOfPackages("dev.outreach.sending.outlet..", "dev.outreach.platforms..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("dev.outreach.platforms.Messaging");
  }

  private static ArchRule knowsNoOtherApp(String app) {
    return noClasses()
        .that()
        .resideInAPackage(ROOT + app + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            APPS.stream()
                .filter(other -> !other.equals(app))
                .map(other -> ROOT + other + "..")
                .toArray(String[]::new))
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + "standalone..", ROOT + "sandbox..");
  }

  private static ArchRule knowsNoOtherModule(String library) {
    return noClasses()
        .that()
        .resideInAPackage(ROOT + library + "..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("dev.outreach..")
                .and(not(resideInAnyPackage(ROOT + library + ".."))));
  }

  private static ArchRule nothingLeadsToTheWebsiteProduct() {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .haveNameMatching(".*(WebsiteOutreach|ProspectRepository).*");
  }
}
