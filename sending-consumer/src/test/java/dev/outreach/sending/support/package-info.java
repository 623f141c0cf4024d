/** What the tests of sending share: a database, a clock to move, a platform that remembers. */
@NullMarked
package dev.outreach.sending.support;

import org.jspecify.annotations.NullMarked;
