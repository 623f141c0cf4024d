/** Tests against a real PostgreSQL. */
@NullMarked
package dev.outreach.readmodel;

import org.jspecify.annotations.NullMarked;
