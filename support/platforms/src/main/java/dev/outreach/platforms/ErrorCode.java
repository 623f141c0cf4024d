package dev.outreach.platforms;

/**
 * The platform's own name of a failure, free of personal data.
 *
 * @param status HTTP status, 0 where there was no answer
 * @param code the platform's code, such as {@code 10} or {@code scope_not_authorized}; empty for
 *     none
 * @param subcode a finer code, empty for none
 */
public record ErrorCode(int status, String code, String subcode) {

  public static ErrorCode ofStatus(int status) {
    return new ErrorCode(status, "", "");
  }

  /** Nothing was answered. */
  public static ErrorCode noAnswer(String code) {
    return new ErrorCode(0, code, "");
  }

  /** For example {@code 400 10/2534022}. */
  @Override
  public String toString() {
    String full = subcode.isEmpty() ? code : code + "/" + subcode;
    return full.isEmpty() ? Integer.toString(status) : status + " " + full;
  }
}
