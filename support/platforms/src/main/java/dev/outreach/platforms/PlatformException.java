package dev.outreach.platforms;

/** A platform refused a reading call, or could not be reached. Carries no personal data. */
public final class PlatformException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient PlatformFailure failure;

  public PlatformException(Platform platform, PlatformFailure failure) {
    super(platform + " " + failure.kind() + " (" + failure.code() + ")");
    this.failure = failure;
  }

  public PlatformFailure failure() {
    return failure;
  }
}
