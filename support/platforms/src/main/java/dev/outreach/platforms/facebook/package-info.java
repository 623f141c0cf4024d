/** Facebook Pages and Messenger through the Graph API: discovery, messaging, webhooks. */
@NullMarked
package dev.outreach.platforms.facebook;

import org.jspecify.annotations.NullMarked;
