package dev.outreach.discovery.file;

/** Is told how far an import is, on the importing thread. */
@FunctionalInterface
public interface ProgressListener {

  /** Called after each chunk that is safely stored. */
  void progressed(ImportCounts soFar);
}
