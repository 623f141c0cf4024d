package dev.outreach.platforms.unipile;

import java.util.Map;

/**
 * A reading call.
 *
 * @param path below the base address, without a leading slash
 */
record Read(String path, Map<String, String> parameters) {}
