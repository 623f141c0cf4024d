/** Domain code that is not pure. */
@NullMarked
package dev.outreach.systemtests.planted.domain;

import org.jspecify.annotations.NullMarked;
