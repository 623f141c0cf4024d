/** Joins the platforms' messaging interfaces to the sending domain. */
@NullMarked
package dev.outreach.sending.outlet;

import org.jspecify.annotations.NullMarked;
