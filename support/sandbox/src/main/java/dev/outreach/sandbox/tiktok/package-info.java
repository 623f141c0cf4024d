/** TikTok for business as its API presents it: Business Messaging and the creator marketplace. */
@NullMarked
package dev.outreach.sandbox.tiktok;

import org.jspecify.annotations.NullMarked;
