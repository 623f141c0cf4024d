/** TikTok for business: the creator marketplace, Business Messaging, webhooks. */
@NullMarked
package dev.outreach.platforms.tiktok;

import org.jspecify.annotations.NullMarked;
