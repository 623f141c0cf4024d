package dev.outreach.projector;

import dev.outreach.readmodel.write.GenerationState;
import dev.outreach.readmodel.write.Generations;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The right to build, held by a session of PostgreSQL: it ends with the process. */
final class Builder implements AutoCloseable {

  private final RebuildParts parts;
  private final Connection session;
  private final Generations generations = new Generations();

  private Builder(RebuildParts parts, Connection session) {
    this.parts = parts;
    this.session = session;
  }

  /**
   * Takes the right.
   *
   * @throws NotAlone where another process has it
   */
  static Builder alone(RebuildParts parts) {
    try {
      Connection session = parts.dataSource().getConnection();
      if (new Generations().beTheOneBuilder(session)) {
        return new Builder(parts, session);
      }
      session.close();
      throw new NotAlone();
    } catch (SQLException failure) {
      throw StoreException.of(failure);
    }
  }

  /** The generation an earlier run began, or a new one. */
  int prepared() {
    List<GenerationState> unfinished =
        parts.transactions().call(generations::all).stream()
            .filter(generation -> generation.state().equals(GenerationState.BUILDING))
            .toList();
    for (GenerationState generation : unfinished) {
      if (generation.projectionVersion() == Projection.VERSION) {
        parts.says().accept("going on with generation " + generation.number());
        return generation.number();
      }
      drop(generation.number());
    }
    return parts
        .transactions()
        .call(connection -> generations.create(connection, Projection.VERSION));
  }

  boolean isCounted(int generation) {
    return parts.transactions().call(generations::all).stream()
        .anyMatch(known -> known.number() == generation && known.counted());
  }

  private void drop(int generation) {
    parts.transactions().run(connection -> generations.drop(connection, generation));
  }

  /** Another process builds. */
  static final class NotAlone extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotAlone() {
      super("another rebuild is running: wait for it, or stop it");
    }
  }

  @Override
  public void close() {
    try {
      new Generations().beNoBuilder(session);
      session.close();
    } catch (SQLException lost) {
      throw StoreException.of(lost);
    }
  }
}
