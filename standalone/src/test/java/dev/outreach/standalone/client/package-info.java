@NullMarked
package dev.outreach.standalone.client;

import org.jspecify.annotations.NullMarked;
