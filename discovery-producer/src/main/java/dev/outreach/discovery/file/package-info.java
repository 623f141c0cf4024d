/** The file source: lists of people that an operator has, imported as one discovery job each. */
@NullMarked
package dev.outreach.discovery.file;

import org.jspecify.annotations.NullMarked;
