package dev.outreach.profile.avro;

/** The enums of the schemas and of the domain have the same names. */
final class SameName {

  private SameName() {}

  /**
   * The constant of that name.
   *
   * @throws IllegalArgumentException where there is none
   */
  static <T extends Enum<T>> T in(Class<T> type, Enum<?> constant) {
    return Enum.valueOf(type, constant.name());
  }
}
