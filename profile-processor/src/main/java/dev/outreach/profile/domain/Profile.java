package dev.outreach.profile.domain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A state and the answers given so far. The same command again gets the same answer as long as it
 * is among the latest {@value #REMEMBERED_ANSWERS}; an unknown person's commands leave no trace, so
 * they are judged anew.
 *
 * @param answers the latest answers, oldest first
 */
public record Profile(ProfileState state, List<Answer> answers) {

  /** How many answers are remembered per profile. */
  public static final int REMEMBERED_ANSWERS = 100;

  /** Nobody was found yet. */
  public static final Profile UNKNOWN = new Profile(ProfileState.UNKNOWN, List.of());

  public Profile {
    answers = List.copyOf(answers);
  }

  Optional<Answer> answerTo(String commandId) {
    return answers.stream().filter(answer -> answer.commandId().equals(commandId)).findFirst();
  }

  Profile answering(Answer answer) {
    int surplus = Math.max(0, answers.size() + 1 - REMEMBERED_ANSWERS);
    return new Profile(
        state, Stream.concat(answers.stream().skip(surplus), Stream.of(answer)).toList());
  }
}
