/** The profile-processor: owns the state of every profile. Start reading at ProfileTopology. */
@NullMarked
package dev.outreach.profile;

import org.jspecify.annotations.NullMarked;
