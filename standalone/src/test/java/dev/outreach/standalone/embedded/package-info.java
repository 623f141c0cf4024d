/** Tests of the embedded servers, on real ones. */
@NullMarked
package dev.outreach.standalone.embedded;

import org.jspecify.annotations.NullMarked;
