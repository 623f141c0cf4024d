/** Instagram as its Graph API presents it: discovery, hashtags, messaging and webhooks. */
@NullMarked
package dev.outreach.sandbox.instagram;

import org.jspecify.annotations.NullMarked;
