/**
 * What Instagram and Facebook share: the Graph API's errors, usage headers, signatures and
 * webhooks.
 */
@NullMarked
package dev.outreach.platforms.meta;

import org.jspecify.annotations.NullMarked;
