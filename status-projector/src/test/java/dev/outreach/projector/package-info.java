/** Tests against a real PostgreSQL. */
@NullMarked
package dev.outreach.projector;

import org.jspecify.annotations.NullMarked;
