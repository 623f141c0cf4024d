/** The durable inbox: what platforms report, kept first and worked on afterwards. */
@NullMarked
package dev.outreach.api.inbox;

import org.jspecify.annotations.NullMarked;
