package dev.outreach.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadModelMigrationIT {

  private TestPostgres postgres;

  @BeforeEach
  void start() {
    postgres = TestPostgres.empty();
  }

  @AfterEach
  void stop() {
    postgres.close();
  }

  @Test
  void shouldSayThatTheTablesAreMissing() {
    assertThat(new SchemaCheck(postgres.dataSource()).run())
        .isInstanceOf(SchemaState.Missing.class);
    assertThatThrownBy(() -> new PipelineStatusQuery(postgres.dataSource()).of("acme"))
        .isInstanceOf(ReadModelException.SchemaMissing.class);
  }

  @Test
  void shouldMigrateBesideAnotherProductAndFromTwoInstancesAtOnce() {
    postgres.execute("CREATE TABLE website_leads (id bigint)");

    CompletableFuture.allOf(
            CompletableFuture.runAsync(() -> ReadModelMigration.migrate(postgres.dataSource())),
            CompletableFuture.runAsync(() -> ReadModelMigration.migrate(postgres.dataSource())))
        .join();
    ReadModelMigration.migrate(postgres.dataSource());

    assertThat(new SchemaCheck(postgres.dataSource()).run()).isEqualTo(new SchemaState.Ready());
  }

  @Test
  void shouldKnowTheSameWordsAsPostgres() {
    ReadModelMigration.migrate(postgres.dataSource());

    assertThat(wordsOf("social_platform")).isEqualTo(Words.PLATFORMS);
    assertThat(wordsOf("social_discovery_status")).isEqualTo(Words.DISCOVERY_STATUSES);
    assertThat(wordsOf("social_outreach_status")).isEqualTo(Words.OUTREACH_STATUSES);
    assertThat(wordsOf("social_message_status")).isEqualTo(Words.MESSAGE_STATUSES);
  }

  @Test
  void shouldDescribeEveryColumnOfTheStatus() {
    ReadModelMigration.migrate(postgres.dataSource());

    assertThat(
            Reading.rows(
                postgres.dataSource(),
                """
                SELECT attname FROM pg_attribute
                WHERE attrelid = 'social_pipeline_status'::regclass AND attnum > 0
                  AND col_description(attrelid, attnum) IS NULL
                """,
                java.util.List.of(),
                row -> row.text("attname")))
        .isEmpty();
  }

  private java.util.Set<String> wordsOf(String type) {
    return java.util.Set.copyOf(
        Reading.rows(
            postgres.dataSource(),
            "SELECT unnest(enum_range(NULL::%s))::text AS word".formatted(type),
            java.util.List.of(),
            row -> row.text("word")));
  }
}
