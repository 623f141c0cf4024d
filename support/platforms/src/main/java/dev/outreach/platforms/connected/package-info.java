/** Which platforms this installation has credentials for. */
@NullMarked
package dev.outreach.platforms.connected;

import org.jspecify.annotations.NullMarked;
