package dev.outreach.profile.avro;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outreach.profile.domain.Known;
import dev.outreach.profile.domain.Lifecycle;
import dev.outreach.profile.domain.Policy;
import dev.outreach.profile.domain.Profile;
import dev.outreach.profile.domain.RandomInputs;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What is stored is what is read; {@code -Dseed=…} repeats a run. */
class StoredProfilesTest {

  private static final long SEED = Long.getLong("seed", new Random().nextLong());
  private static final int HISTORIES = 300;
  private static final int STEPS = 40;

  @Test
  void shouldReadBackWhateverWasWritten() {
    for (int i = 0; i < HISTORIES; i++) {
      RandomInputs inputs = new RandomInputs(new SplittableRandom(SEED + i));
      Profile profile = Profile.UNKNOWN;
      for (int step = 0; step < STEPS; step++) {
        profile = Lifecycle.advance(profile, inputs.next(profile.state()), Policy.STANDARD).after();
        if (profile.state() instanceof Known known) {
          assertThat(
                  StoredProfiles.read(
                      StoredProfiles.write(known, profile, "correlation", Policy.STANDARD)))
              .as("-Dseed=%d", SEED + i)
              .isEqualTo(profile);
        }
      }
    }
  }
}
