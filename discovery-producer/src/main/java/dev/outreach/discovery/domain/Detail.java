package dev.outreach.discovery.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a column can tell about a person, besides where to find them. */
public enum Detail {
  FULL_NAME,
  FIRST_NAME,
  LAST_NAME,
  BIO,
  CATEGORY,
  LOCATION,
  CITY,
  REGION,
  COUNTRY,
  WEBSITE,
  LANGUAGE,
  TIME_ZONE,
  EXTERNAL_ID,
  FOLLOWERS,
  FOLLOWING,
  POSTS,
  AVERAGE_LIKES,
  AVERAGE_COMMENTS,
  VERIFIED;

  /** The name used in mappings, for example {@code full_name}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it belongs to one account rather than to the person. */
  boolean ofAccount() {
    return compareTo(EXTERNAL_ID) >= 0;
  }

  static Optional<Detail> ofKey(String key) {
    return Stream.of(values()).filter(detail -> detail.key().equals(key)).findFirst();
  }
}
