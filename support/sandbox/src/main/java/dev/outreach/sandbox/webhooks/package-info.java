/** Signed webhooks from the simulated platforms to the product. */
@NullMarked
package dev.outreach.sandbox.webhooks;

import org.jspecify.annotations.NullMarked;
