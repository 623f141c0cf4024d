package dev.outreach.discovery.domain;

import dev.outreach.schemas.identity.Handle;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which column of a file means what: recognised by name, or exactly as the operator says.
 * Immutable.
 */
public final class ColumnMapping {

  private final Optional<Map<String, ColumnRole>> given;

  private ColumnMapping(Optional<Map<String, ColumnRole>> given) {
    this.given = given;
  }

  /** Every column is recognised by its name. */
  public static ColumnMapping recognised() {
    return new ColumnMapping(Optional.empty());
  }

  /**
   * Only the columns named here are read.
   *
   * @param text {@code field=column,field=column}, for example {@code
   *     username=instagram_username,full_name=Name}
   * @throws IllegalArgumentException where it is malformed or names an unknown field
   */
  public static ColumnMapping parse(String text) {
    Map<String, ColumnRole> roles = new LinkedHashMap<>();
    for (String pair : text.split(",", -1)) {
      int equals = pair.indexOf('=');
      if (equals < 1 || equals == pair.length() - 1) {
        throw new IllegalArgumentException(
            "--map has a part without field=column: " + pair.strip());
      }
      String column = pair.substring(equals + 1).strip();
      roles.put(column, roleOf(pair.substring(0, equals).strip()));
    }
    return new ColumnMapping(Optional.of(Collections.unmodifiableMap(roles)));
  }

  /** What the column is for. */
  public ColumnRole role(String column) {
    return given
        .map(roles -> roles.getOrDefault(column, new ColumnRole.Ignored()))
        .orElseGet(() -> KnownHeaders.role(column));
  }

  /** The columns the operator named; empty where columns are recognised. */
  public Iterable<String> namedColumns() {
    return given.<Iterable<String>>map(Map::keySet).orElse(java.util.List.of());
  }

  /** The same text for the same mapping. */
  @Override
  public String toString() {
    return given
        .map(
            roles ->
                roles.entrySet().stream()
                    .map(entry -> entry.getValue().key() + "=" + entry.getKey())
                    .sorted()
                    .collect(Collectors.joining(",")))
        .orElse("by name");
  }

  private static ColumnRole roleOf(String field) {
    if (field.equals("username")) {
      return new ColumnRole.AnyAccount();
    }
    if (field.equals("platform")) {
      return new ColumnRole.PlatformName();
    }
    Optional<Detail> detail = Detail.ofKey(field);
    if (detail.isPresent()) {
      return new ColumnRole.About(detail.get(), Optional.empty());
    }
    return roleOnPlatform(field);
  }

  private static ColumnRole roleOnPlatform(String field) {
    int underscore = field.indexOf('_');
    String rest = field.substring(underscore + 1);
    if (underscore > 0) {
      String platform = Handle.platformName(field.substring(0, underscore));
      if (rest.equals("username")) {
        return new ColumnRole.Account(platform);
      }
      Optional<Detail> detail = Detail.ofKey(rest);
      if (detail.isPresent()) {
        return new ColumnRole.About(detail.get(), Optional.of(platform));
      }
    }
    throw new IllegalArgumentException(
        "--map names an unknown field, "
            + field
            + ": use username, instagram_username, full_name, bio, category, location, website, followers …");
  }
}
