package dev.outreach.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.outreach.api.commands.CommandDesk;
import dev.outreach.api.commands.CommandOutcome;
import dev.outreach.api.http.Problem;
import dev.outreach.schemas.ProfileCommand;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Submits commands and answers with what became of them. */
final class CommandAnswers {

  private static final int OK = 200;
  private static final int ACCEPTED = 202;

  private final CommandDesk desk;

  CommandAnswers(CommandDesk desk) {
    this.desk = desk;
  }

  private enum Outcome {
    ACCEPTED,
    REJECTED,
    PENDING;

    private String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** {@code CommandItem} of the contract. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Item(
      String profileId,
      String commandId,
      String outcome,
      @Nullable Long version,
      @Nullable String code,
      @Nullable String reason) {

    static Item of(ProfileCommand command, CommandOutcome outcome) {
      return switch (outcome) {
        case CommandOutcome.Accepted(long version) ->
            item(command, Outcome.ACCEPTED, version, null, null);
        case CommandOutcome.Rejected(String code, String reason) ->
            item(command, Outcome.REJECTED, null, code, reason);
        case CommandOutcome.Pending() -> item(command, Outcome.PENDING, null, null, null);
      };
    }

    private static Item item(
        ProfileCommand command,
        Outcome outcome,
        @Nullable Long version,
        @Nullable String code,
        @Nullable String reason) {
      return new Item(
          command.getProfileId(), command.getId(), outcome.word(), version, code, reason);
    }
  }

  /** {@code CommandResults} of the contract. */
  private record Results(long accepted, long rejected, long pending, List<Item> results) {

    static Results of(List<Item> items) {
      return new Results(
          count(items, Outcome.ACCEPTED),
          count(items, Outcome.REJECTED),
          count(items, Outcome.PENDING),
          items);
    }

    private static long count(List<Item> items, Outcome outcome) {
      return items.stream().filter(item -> item.outcome().equals(outcome.word())).count();
    }
  }

  /** {@code CommandDone} of the contract. */
  private record Done(String profileId, String commandId, long version) {}

  /** {@code CommandPending} of the contract. */
  private record Waiting(String profileId, String commandId) {}

  /** Each command has its own answer; one refused does not refuse the rest. */
  void each(Context context, List<ProfileCommand> commands) {
    List<CommandOutcome> outcomes = desk.submit(commands);
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < commands.size(); i++) {
      items.add(Item.of(commands.get(i), outcomes.get(i)));
    }
    Results results = Results.of(items);
    Exchange.answer(context, results.pending() == 0 ? OK : ACCEPTED, results);
  }

  /** The one command's answer is the answer. */
  void one(Context context, ProfileCommand command) {
    switch (desk.submit(List.of(command)).getFirst()) {
      case CommandOutcome.Accepted(long version) ->
          Exchange.answer(context, OK, new Done(command.getProfileId(), command.getId(), version));
      case CommandOutcome.Rejected(String code, String reason) ->
          throw Problem.conflict(code, reason).thrown();
      case CommandOutcome.Pending() ->
          Exchange.answer(context, ACCEPTED, new Waiting(command.getProfileId(), command.getId()));
    }
  }
}
