package dev.outreach.api.commands;

import dev.outreach.schemas.CommandAccepted;
import dev.outreach.schemas.CommandRejected;
import dev.outreach.schemas.CommandResult;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The commands whose callers still wait, by command id. Thread-safe. */
final class Answers {

  private final Map<String, CompletableFuture<CommandOutcome>> awaited = new ConcurrentHashMap<>();

  /** Begins to wait; two callers with the same command get the same answer. */
  CompletableFuture<CommandOutcome> await(String commandId) {
    return awaited.computeIfAbsent(commandId, _ -> new CompletableFuture<>());
  }

  /** Ends the waiting, answered or not. */
  void forget(String commandId) {
    awaited.remove(commandId);
  }

  /** Passes a result on, where somebody waits for it. */
  void take(CommandResult result) {
    CompletableFuture<CommandOutcome> waiting = awaited.remove(result.getCommandId());
    if (waiting != null) {
      waiting.complete(outcome(result.getOutcome()));
    }
  }

  private static CommandOutcome outcome(Object outcome) {
    return switch (outcome) {
      case CommandAccepted accepted -> new CommandOutcome.Accepted(accepted.getVersion());
      case CommandRejected rejected ->
          new CommandOutcome.Rejected(rejected.getCode(), rejected.getReason());
      // A kind of outcome newer than this program: the command is in the log, that much is sure.
      default -> new CommandOutcome.Pending();
    };
  }
}
