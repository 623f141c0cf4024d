package dev.outreach.api;

import dev.outreach.api.domain.Evidence;
import dev.outreach.api.domain.SamePerson;
import dev.outreach.api.domain.Traits;
import dev.outreach.api.http.BodyFields;
import dev.outreach.api.http.Problem;
import dev.outreach.api.http.QueryFields;
import dev.outreach.readmodel.PersonFinder;
import dev.outreach.readmodel.ProfileList;
import dev.outreach.readmodel.ProfileRow;
import dev.outreach.schemas.Platform;
import dev.outreach.schemas.identity.DerivedId;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Suggests which profiles of other platforms may be the same person, with the evidence. */
final class LinkEndpoint {

  private static final int MOST_CANDIDATES = 50;

  private final ProfileList profiles;
  private final PersonFinder people;

  LinkEndpoint(DataSource readModel) {
    this.profiles = new ProfileList(readModel);
    this.people = new PersonFinder(readModel);
  }

  List<Route> routes() {
    return List.of(Route.guarded(HandlerType.GET, "/api/social/profiles/{id}/links", this::links));
  }

  /** {@code LinkSuggestions} of the contract. */
  private record Suggestions(List<Suggestion> items) {}

  private record Suggestion(
      UUID profileId, String platform, String username, List<String> evidence) {}

  private void links(Context context) {
    UUID profileId = Exchange.pathId(context);
    QueryFields query = Exchange.query(context);
    String workspace = query.workspace();
    query.finish();
    ProfileRow person =
        profiles
            .find(workspace, profileId)
            .orElseThrow(
                () -> Problem.notFound("There is nobody with this id in the workspace").thrown());
    Exchange.answer(context, 200, new Suggestions(suggestions(person)));
  }

  /** An erased person has no traits left, and so no links. */
  private List<Suggestion> suggestions(ProfileRow person) {
    List<Suggestion> found = new ArrayList<>();
    if (person.erased()) {
      return found;
    }
    for (UUID candidate : candidates(person)) {
      profiles
          .find(person.workspaceId(), candidate)
          .filter(other -> !other.erased())
          .flatMap(other -> suggestion(person, other))
          .ifPresent(found::add);
    }
    return found;
  }

  private static Optional<Suggestion> suggestion(ProfileRow person, ProfileRow other) {
    Set<Evidence> evidence = SamePerson.evidence(traits(person), traits(other));
    return SamePerson.isSuggested(evidence)
        ? Optional.of(
            new Suggestion(
                other.profileId(),
                other.platform(),
                other.username(),
                evidence.stream().map(Evidence::name).toList()))
        : Optional.empty();
  }

  /** Few, and each found by an index: the id follows from the handle. */
  private Set<UUID> candidates(ProfileRow person) {
    Set<UUID> candidates = new LinkedHashSet<>();
    platforms()
        .filter(platform -> !platform.equals(person.platform()))
        .forEach(
            platform ->
                Stream.concat(
                        Stream.of(person.username()),
                        SamePerson.handlesNamed(traits(person), platform).stream())
                    .flatMap(handle -> id(person.workspaceId(), platform, handle).stream())
                    .forEach(candidates::add));
    candidates.addAll(people.otherProfiles(person.workspaceId(), person.profileId()));
    candidates.remove(person.profileId());
    return candidates.stream()
        .limit(MOST_CANDIDATES)
        .collect(LinkedHashSet::new, Set::add, Set::addAll);
  }

  /** Empty where the platform can have no such handle: {@code m.me} is one on another platform. */
  private static Optional<UUID> id(String workspaceId, String platform, String handle) {
    try {
      return Optional.of(UUID.fromString(DerivedId.profile(workspaceId, platform, handle)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static Stream<String> platforms() {
    return BodyFields.wordsOf(Platform.class).stream()
        .map(platform -> platform.name().toLowerCase(Locale.ROOT));
  }

  private static Traits traits(ProfileRow row) {
    return new Traits(row.platform(), row.username(), row.fullName(), row.website(), row.bio());
  }
}
