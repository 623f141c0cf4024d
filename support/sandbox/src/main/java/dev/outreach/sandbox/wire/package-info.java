/** What a simulator sees of a request and gives back as a reply, free of any web server. */
@NullMarked
package dev.outreach.sandbox.wire;

import org.jspecify.annotations.NullMarked;
