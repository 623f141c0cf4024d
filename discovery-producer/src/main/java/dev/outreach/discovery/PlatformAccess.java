package dev.outreach.discovery;

import dev.outreach.platforms.Capabilities;
import dev.outreach.platforms.Discovery;
import java.util.Optional;

/**
 * A platform as this installation can use it.
 *
 * @param capabilities what the platform offers
 * @param discovery empty while no credentials are configured
 */
public record PlatformAccess(Capabilities capabilities, Optional<Discovery> discovery) {}
