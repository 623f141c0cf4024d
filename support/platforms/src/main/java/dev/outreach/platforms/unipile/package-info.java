/**
 * Unipile, a third party that acts in a person's own LinkedIn or Instagram session, which those
 * platforms forbid: nothing here may be used without a recorded acceptance of that risk.
 */
@NullMarked
package dev.outreach.platforms.unipile;

import org.jspecify.annotations.NullMarked;
