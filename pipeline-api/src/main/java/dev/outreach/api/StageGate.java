package dev.outreach.api;

import dev.outreach.api.http.Problem;
import dev.outreach.readmodel.PipelineStatusQuery;
import dev.outreach.readmodel.Unlock;
import dev.outreach.readmodel.Unlocks;
import java.util.function.Function;

/** Refuses work of a stage that is locked, with the reason the read model gives. */
final class StageGate {

  private final PipelineStatusQuery query;

  StageGate(PipelineStatusQuery query) {
    this.query = query;
  }

  void pass(String workspace, Function<Unlocks, Unlock> stage) {
    Unlock unlock = stage.apply(query.of(workspace).total().unlocks());
    if (!unlock.open()) {
      throw Problem.conflict("STAGE_LOCKED", unlock.reason()).thrown();
    }
  }
}
