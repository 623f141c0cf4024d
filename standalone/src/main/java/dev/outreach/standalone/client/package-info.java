/** How the command speaks to a running Outreach: as any outside program does. */
@NullMarked
package dev.outreach.standalone.client;

import org.jspecify.annotations.NullMarked;
