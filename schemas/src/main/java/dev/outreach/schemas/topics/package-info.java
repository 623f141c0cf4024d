/** The catalogue of topics: the one place that spells their names, and what makes them exist. */
@NullMarked
package dev.outreach.schemas.topics;

import org.jspecify.annotations.NullMarked;
