/** Unipile, versions 1 and 2, as it acts for a LinkedIn and an Instagram account. */
@NullMarked
package dev.outreach.sandbox.unipile;

import org.jspecify.annotations.NullMarked;
