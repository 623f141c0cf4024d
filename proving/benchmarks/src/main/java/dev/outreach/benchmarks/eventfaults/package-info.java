/** Events while projectors are killed and PostgreSQL crashes: no count may ever be wrong. */
@NullMarked
package dev.outreach.benchmarks.eventfaults;

import org.jspecify.annotations.NullMarked;
