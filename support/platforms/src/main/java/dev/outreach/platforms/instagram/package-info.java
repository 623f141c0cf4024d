/** Instagram through the Graph API with Facebook Login: discovery, messaging, webhooks, tokens. */
@NullMarked
package dev.outreach.platforms.instagram;

import org.jspecify.annotations.NullMarked;
