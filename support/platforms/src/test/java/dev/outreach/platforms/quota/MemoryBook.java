package dev.outreach.platforms.quota;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A count that ends with the test; it can be out of reach. */
public final class MemoryBook implements QuotaBook {

  private final Clock clock;
  private final List<Use> uses = new ArrayList<>();
  private final Map<String, Pause> pauses = new HashMap<>();
  private boolean away;

  private record Use(QuotaAccount account, String quota, String use, Instant end) {}

  public MemoryBook(Clock clock) {
    this.clock = clock;
  }

  public void away(boolean out) {
    away = out;
  }

  @Override
  public Taken take(QuotaAccount account, Quota quota, String use) {
    checkReach();
    Instant now = clock.instant();
    List<Use> counted = counted(account, quota);
    if (quota.window() instanceof QuotaWindow.Distinct
        && counted.stream().anyMatch(one -> one.use.equals(use))) {
      return new Taken.Reserved();
    }
    if (quota.most().isPresent() && counted.size() >= quota.most().getAsInt()) {
      return new Taken.UsedUp(counted.stream().map(Use::end).min(Instant::compareTo).orElseThrow());
    }
    Instant end = quota.window().end(quota.window().slot(now));
    uses.add(new Use(account, quota.name(), use, end));
    return new Taken.Reserved();
  }

  @Override
  public Optional<Standing> standing(QuotaAccount account, Quota quota) {
    checkReach();
    List<Use> counted = counted(account, quota);
    return Optional.of(
        new Standing(counted.size(), counted.stream().map(Use::use).collect(Collectors.toSet())));
  }

  @Override
  public void pause(QuotaAccount account, String scope, Pause pause) {
    checkReach();
    pauses.put(account + scope, pause);
  }

  @Override
  public Optional<Pause> paused(QuotaAccount account, Set<String> scopes) {
    checkReach();
    return scopes.stream()
        .flatMap(scope -> Optional.ofNullable(pauses.get(account + scope)).stream())
        .filter(pause -> pause.until().isAfter(clock.instant()))
        .findFirst();
  }

  private List<Use> counted(QuotaAccount account, Quota quota) {
    return uses.stream()
        .filter(use -> use.account.equals(account) && use.quota.equals(quota.name()))
        .filter(use -> use.end.isAfter(clock.instant()))
        .toList();
  }

  private void checkReach() {
    if (away) {
      throw new QuotaBookAway(new IllegalStateException("told to be away"));
    }
  }
}
