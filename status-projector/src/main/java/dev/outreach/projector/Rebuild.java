package dev.outreach.projector;

import dev.outreach.readmodel.ReadModelChange;
import dev.outreach.readmodel.ReadModelMigration;
import dev.outreach.readmodel.write.Claim;
import dev.outreach.readmodel.write.ClaimPlaces;
import dev.outreach.readmodel.write.GenerationState;
import dev.outreach.readmodel.write.Generations;
import dev.outreach.readmodel.write.NotifyChanges;
import dev.outreach.readmodel.write.Place;
import dev.outreach.schemas.serdes.EventSerdes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;

/**
 * Makes the whole read model again from the log, beside the live one, and shows it once it is
 * proved equal; or goes back to the one shown before. May be killed at any time and run again: it
 * goes on where it was. Readers never wait and never see a half-made row.
 */
public final class Rebuild {

  private final RebuildParts parts;
  private final Generations generations = new Generations();

  /**
   * A rebuild that has not begun.
   *
   * @param dataSource a pool of at least four connections; stays the caller's
   * @param says takes progress, line by line, from several threads
   */
  public Rebuild(
      ProjectorConfig config, DataSource dataSource, Clock clock, Consumer<String> says) {
    this(
        new RebuildParts(
            config, dataSource, EventSerdes.of(config.registry().toString()), clock, says));
  }

  /**
   * A rebuild that has not begun, with serdes of the caller's.
   *
   * @param says takes progress, line by line, from several threads
   */
  public Rebuild(
      ProjectorConfig config, StatusProjectorApp.Surroundings around, Consumer<String> says) {
    this(new RebuildParts(config, around.dataSource(), around.serdes(), around.clock(), says));
  }

  Rebuild(RebuildParts parts) {
    this.parts = parts;
  }

  /**
   * What is wanted.
   *
   * @param toVersion only towards rows of this projection version
   * @param acceptDifference show the new rows even where they differ from the live ones
   */
  public record Options(OptionalInt toVersion, boolean acceptDifference) {}

  /** How it ended. */
  public sealed interface Outcome {

    /** Readers see this generation. */
    record Live(int generation) implements Outcome {}

    /** Nothing readers see has changed; why, in sentences. */
    record Refused(List<String> reasons) implements Outcome {

      public Refused {
        reasons = List.copyOf(reasons);
      }
    }
  }

  /**
   * Rebuilds and shows.
   *
   * @throws InterruptedException where the thread is; what was done so far is kept
   */
  public Outcome run(Options options) throws InterruptedException {
    ReadModelMigration.migrate(parts.dataSource());
    try (Builder builder = Builder.alone(parts)) {
      GenerationState live = parts.transactions().call(generations::live);
      Optional<Outcome> settled = settled(options, live);
      if (settled.isPresent()) {
        return settled.get();
      }
      int generation = builder.prepared();
      Claims claims = claim(generation);
      if (builder.isCounted(generation)) {
        // The run that counted it may have been killed before it had all indexes.
        index(generation);
      } else {
        fill(claims, generation);
      }
      try (EventLog log = parts.log(claims.all().keySet(), "follow")) {
        Following following = new Following(parts, claims, generation, log);
        Showing showing = new Showing(parts, following, generation);
        return showing.show(live, options.acceptDifference());
      }
    } catch (Builder.NotAlone | Alignment.StandsStill reason) {
      return new Outcome.Refused(List.of(String.valueOf(reason.getMessage())));
    }
  }

  /**
   * Goes back to the generation shown before the live one, brought up to date first.
   *
   * @param atOnce shows it as old as it is, and lets status-projector bring it up to date
   */
  public Outcome rollBack(boolean atOnce) {
    ReadModelMigration.migrate(parts.dataSource());
    try (Builder _ = Builder.alone(parts)) {
      GenerationState live = parts.transactions().call(generations::live);
      Optional<GenerationState> former = former();
      if (former.isEmpty()) {
        return new Outcome.Refused(List.of("no earlier generation is kept: there was no rebuild"));
      }
      if (atOnce) {
        return showAsItIs(former.get().number());
      }
      if (former.get().projectionVersion() != Projection.VERSION) {
        return new Outcome.Refused(
            List.of(
                "generation %d was made by projection version %d and this program knows %d: use that program, or roll back at once"
                    .formatted(
                        former.get().number(),
                        former.get().projectionVersion(),
                        Projection.VERSION)));
      }
      int generation = former.get().number();
      Claims claims = claim(generation);
      try (EventLog log = parts.log(claims.all().keySet(), "follow")) {
        Following following = new Following(parts, claims, generation, log);
        return new Showing(parts, following, generation).show(live, true);
      }
    } catch (Builder.NotAlone | Alignment.StandsStill reason) {
      return new Outcome.Refused(List.of(String.valueOf(reason.getMessage())));
    }
  }

  private static Optional<Outcome> settled(Options options, GenerationState live) {
    if (options.toVersion().isEmpty()) {
      return Optional.empty();
    }
    int wanted = options.toVersion().getAsInt();
    if (wanted != Projection.VERSION) {
      return Optional.of(
          new Outcome.Refused(
              List.of(
                  "this program makes rows of projection version %d, not %d: use the program of that version"
                      .formatted(Projection.VERSION, wanted))));
    }
    return live.projectionVersion() == wanted
        ? Optional.of(new Outcome.Live(live.number()))
        : Optional.empty();
  }

  private Optional<GenerationState> former() {
    return parts.transactions().call(generations::all).stream()
        .filter(generation -> generation.state().equals(GenerationState.RETIRED))
        .findFirst();
  }

  private Outcome showAsItIs(int generation) {
    return parts
        .transactions()
        .call(
            connection -> {
              generations.noteHowFarBehind(connection, generation);
              generations.show(connection, generation);
              new NotifyChanges().of(connection, List.of(ReadModelChange.ofCounts("*")));
              return new Outcome.Live(generation);
            });
  }

  private void fill(Claims claims, int generation) throws InterruptedException {
    parts.says().accept("filling generation " + generation + " from the beginning of the log");
    long unreadable = new Fillers(parts, claims, generation).run();
    if (unreadable > 0) {
      parts.says().accept(unreadable + " records are unreadable and left out, as before");
    }
    parts.says().accept("making indexes and counting");
    Together.run(
        List.of(
            () -> index(generation),
            () ->
                parts.transactions().run(connection -> generations.count(connection, generation))));
  }

  private void index(int generation) {
    parts.transactions().run(connection -> generations.index(connection, generation));
  }

  private Claims claim(int generation) {
    Map<Place, TopicPartition> places = new HashMap<>();
    parts
        .partitions()
        .forEach(partition -> places.put(parts.streams().place(partition, generation), partition));
    Claims claims = new Claims();
    parts
        .transactions()
        .call(connection -> claimed(connection, places))
        .forEach(claim -> claims.hold(Objects.requireNonNull(places.get(claim.place())), claim));
    return claims;
  }

  private List<Claim> claimed(Connection connection, Map<Place, TopicPartition> places)
      throws SQLException {
    return new ClaimPlaces().claim(connection, places.keySet(), "rebuild");
  }
}
