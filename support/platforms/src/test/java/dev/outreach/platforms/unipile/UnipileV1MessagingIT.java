package dev.outreach.platforms.unipile;

import dev.outreach.platforms.unipile.UnipileSettings.Version;

class UnipileV1MessagingIT extends UnipileMessagingContract {

  @Override
  protected Version version() {
    return Version.V1;
  }
}
