package dev.outreach.discovery.file;

import dev.outreach.discovery.domain.ColumnMapping;
import dev.outreach.schemas.identity.Handle;
import dev.outreach.schemas.identity.Workspace;
import java.util.Optional;

/**
 * How to read a file.
 *
 * @param workspaceId whose people these are
 * @param platform where set, the platform of columns that name none, and the only one taken over
 * @param mapping which column means what
 * @param requestedBy who imports: a login
 */
public record ImportOptions(
    String workspaceId, Optional<String> platform, ColumnMapping mapping, String requestedBy) {

  public ImportOptions {
    if (!Workspace.isName(workspaceId)) {
      throw new IllegalArgumentException("workspaceId is not a workspace: " + Workspace.RULE);
    }
    platform = platform.map(Handle::platformName);
  }

  /** The default workspace, every platform, columns recognised by name. */
  public static ImportOptions standard() {
    return new ImportOptions(
        "default", Optional.empty(), ColumnMapping.recognised(), "command line");
  }
}
