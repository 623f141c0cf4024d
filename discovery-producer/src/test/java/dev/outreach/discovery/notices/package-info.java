/** Tests of the notices every instance reads. */
@NullMarked
package dev.outreach.discovery.notices;

import org.jspecify.annotations.NullMarked;
