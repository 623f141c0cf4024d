package dev.outreach.schemas.topics;

import org.jspecify.annotations.Nullable;

/**
 * The broker or the registry is not what the pipeline needs. The message is one line that names the
 * thing, the problem and the fix.
 */
public final class ProvisioningFailure extends RuntimeException {

  ProvisioningFailure(String message) {
    super(message);
  }

  ProvisioningFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
