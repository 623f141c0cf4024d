/** Topics that every instance reads whole: orders about jobs, and whom not to let in. */
@NullMarked
package dev.outreach.discovery.notices;

import org.jspecify.annotations.NullMarked;
