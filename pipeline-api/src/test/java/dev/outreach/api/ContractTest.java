package dev.outreach.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.outreach.readmodel.EngagementRow;
import dev.outreach.readmodel.JobRow;
import dev.outreach.readmodel.MessageRow;
import dev.outreach.readmodel.ProfileRow;
import dev.outreach.readmodel.StageCounts;
import dev.outreach.readmodel.TodayCounts;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** The contract and the program say the same. */
class ContractTest {

  private final JsonNode contract = read();

  @Test
  void shouldDescribeEveryRouteAndNoOther() {
    Set<String> described = new TreeSet<>();
    contract
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method ->
                            described.add(
                                method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey())));

    assertThat(routes().stream().map(ContractTest::spelled).toList())
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(described);
  }

  @Test
  void shouldSayOfEveryRouteWhetherItNeedsTheToken() {
    for (Route route : routes()) {
      String[] spelled = spelled(route).split(" ", 2);
      JsonNode operation =
          contract.path("paths").path(spelled[1]).path(spelled[0].toLowerCase(Locale.ROOT));

      assertThat(operation.has("security"))
          .as(spelled(route))
          .isEqualTo(route.access() == Route.Access.OPEN);
    }
  }

  @Test
  void shouldShowTheRowsOfTheReadModelWhole() {
    assertThat(propertiesOf("Counts")).isEqualTo(componentsOf(StageCounts.class));
    assertThat(propertiesOf("Today")).isEqualTo(componentsOf(TodayCounts.class));
    assertThat(propertiesOf("Profile")).isEqualTo(componentsOf(ProfileRow.class));
    assertThat(propertiesOf("Message")).isEqualTo(componentsOf(MessageRow.class));
    assertThat(propertiesOf("Engagement")).isEqualTo(componentsOf(EngagementRow.class));
    assertThat(propertiesOf("Job")).isEqualTo(componentsOf(JobRow.class));
  }

  @Test
  void shouldShowTheEstimateWhole() {
    assertThat(propertiesOf("DiscoveryEstimate")).isEqualTo(componentsOf(DiscoveryEstimate.class));
    assertThat(propertiesOf("QuotaEstimate"))
        .isEqualTo(componentsOf(DiscoveryEstimate.Quota.class));
  }

  private static List<Route> routes() {
    Surroundings surroundings =
        new Surroundings(
            new PGSimpleDataSource(),
            Clock.systemUTC(),
            UUID::randomUUID,
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
            Map::of,
            Map.of(),
            Map.of(),
            Map.of());
    try (PipelineApiApp app =
        new PipelineApiApp(RunningApi.config(), new FakeLog().events(), surroundings)) {
      return app.routes();
    }
  }

  private static String spelled(Route route) {
    return route.method() + " " + route.path().replaceAll("<(\\w+)>", "{$1}");
  }

  private Set<String> propertiesOf(String schema) {
    ObjectNode properties =
        (ObjectNode) contract.path("components").path("schemas").path(schema).path("properties");
    Set<String> names = new TreeSet<>();
    properties.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static Set<String> componentsOf(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(RecordComponent::getName)
        .map(name -> name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT))
        .collect(TreeSet::new, Set::add, Set::addAll);
  }

  private static JsonNode read() {
    try (InputStream in = ContractTest.class.getResourceAsStream("/openapi.yaml")) {
      return new YAMLMapper().readTree(in);
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
