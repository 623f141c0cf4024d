package dev.outreach.platforms.unipile;

import dev.outreach.platforms.unipile.UnipileSettings.Version;

class UnipileV2MessagingIT extends UnipileMessagingContract {

  @Override
  protected Version version() {
    return Version.V2;
  }
}
