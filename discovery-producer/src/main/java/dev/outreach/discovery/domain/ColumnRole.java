package dev.outreach.discovery.domain;

import java.util.Optional;

/** What a column of a file is for. */
public sealed interface ColumnRole {

  /** The name used in mappings and shown in plans. */
  String key();

  /**
   * A handle or profile address on a certain platform.
   *
   * @param platform in lower case
   */
  record Account(String platform) implements ColumnRole {
    @Override
    public String key() {
      return platform + "_username";
    }
  }

  /** A handle or profile address on the platform that the row or the import names. */
  record AnyAccount() implements ColumnRole {
    @Override
    public String key() {
      return "username";
    }
  }

  /** The platform's name. */
  record PlatformName() implements ColumnRole {
    @Override
    public String key() {
      return "platform";
    }
  }

  /**
   * Something about the person.
   *
   * @param platform where it holds, empty for any platform
   */
  record About(Detail detail, Optional<String> platform) implements ColumnRole {
    @Override
    public String key() {
      return platform.map(name -> name + "_").orElse("") + detail.key();
    }
  }

  /** Nothing we keep. */
  record Ignored() implements ColumnRole {
    @Override
    public String key() {
      return "";
    }
  }
}
