/** The tables of the read model, what makes them exist, and every question one may ask them. */
@NullMarked
package dev.outreach.readmodel;

import org.jspecify.annotations.NullMarked;
