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
    assertThat(textsOf("SELECT max(version::integer)::text AS text FROM social_read_model_history"))
        .as("what an app needs")
        .containsExactly(Integer.toString(SchemaCheck.NEEDED_VERSION));
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
  void shouldDescribeEveryColumnOfThePublicContractAndTheViewsThemselves() {
    ReadModelMigration.migrate(postgres.dataSource());

    assertThat(
            textsOf(
                """
                SELECT class.relname || coalesce('.' || attname, '') AS text
                FROM pg_class class
                LEFT JOIN pg_attribute ON attrelid = class.oid AND attnum > 0 AND NOT attisdropped
                WHERE has_table_privilege('social_reader', class.oid, 'SELECT')
                  AND class.relname LIKE 'social%'
                  AND (col_description(class.oid, attnum) IS NULL
                    OR obj_description(class.oid, 'pg_class') IS NULL)
                """))
        .isEmpty();
    assertThat(
            textsOf(
                """
                SELECT relname AS text FROM pg_class
                WHERE relkind = 'v' AND relname LIKE 'social%'
                  AND NOT has_table_privilege('social_reader', oid, 'SELECT')
                """))
        .isEmpty();
  }

  @Test
  void shouldLetTheReaderReadThePublicContractAndNothingElse() {
    ReadModelMigration.migrate(postgres.dataSource());

    assertThat(
            textsOf(
                """
                SELECT relname AS text FROM pg_class
                WHERE relname LIKE 'social%' AND relkind IN ('r', 'p', 'v')
                  AND has_table_privilege('social_reader', oid, 'SELECT')
                """))
        .containsExactlyInAnyOrder(
            "social_pipeline_status",
            "social_counts",
            "social_counts_by_platform",
            "social_freshness",
            "social_daily",
            "social_projection",
            "social_profiles",
            "social_messages",
            "social_timeline",
            "social_discovery_jobs",
            "social_discovery_pages",
            "social_replays");
    assertThat(
            textsOf(
                """
                SELECT relname AS text FROM pg_class
                WHERE relname LIKE 'social%' AND relkind IN ('r', 'p', 'v')
                  AND has_table_privilege('social_reader', oid, 'INSERT, UPDATE, DELETE, TRUNCATE')
                """))
        .isEmpty();
    postgres.execute(
        """
        BEGIN; SET LOCAL ROLE social_reader;
        SELECT * FROM social_pipeline_status; SELECT * FROM social_profiles;
        SELECT * FROM social_daily; SELECT * FROM social_timeline; COMMIT
        """);
  }

  private java.util.List<String> textsOf(String sql) {
    return Reading.rows(postgres.dataSource(), sql, java.util.List.of(), row -> row.text("text"));
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
