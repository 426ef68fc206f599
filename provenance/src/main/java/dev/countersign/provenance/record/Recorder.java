package dev.countersign.provenance.record;

import dev.countersign.attest.hash.HashProgress;
import dev.countersign.provenance.Manifest;
import java.nio.file.Path;

/**
 * Reads the files of a dataset.
 *
 * @param root a folder, or a single file
 * @param selection which files under a folder belong to the dataset
 * @param tables whether rows and columns are looked at
 * @param known what need not be read
 * @param progress is told how many bytes are done
 */
public record Recorder(
    Path root, Selection selection, boolean tables, KnownFiles known, HashProgress progress) {
  /** Reads everything under a root, with tables, and tells nobody how it goes. */
  public static Recorder of(Path root) {
    return new Recorder(root, Selection.ALL, true, KnownFiles.NONE, HashProgress.SILENT);
  }

  /** The same for some of the files. */
  public Recorder selecting(Selection files) {
    return new Recorder(root, files, tables, known, progress);
  }

  /** The same without looking at rows and columns. */
  public Recorder withoutTables() {
    return new Recorder(root, selection, false, known, progress);
  }

  /** The same, except that what is known is not read. */
  public Recorder knowing(KnownFiles files) {
    return new Recorder(root, selection, tables, files, progress);
  }

  /** The same, telling how it goes. */
  public Recorder telling(HashProgress told) {
    return new Recorder(root, selection, tables, known, told);
  }

  /**
   * Reads all files. An interrupt ends it.
   *
   * @param dataset the name that the manifest gets
   * @throws RecordingFailed if a file cannot be read, changes while it is read, has a name that
   *     cannot stand in a manifest, or is neither file nor folder nor link; or if there are too
   *     many
   */
  public Recording record(String dataset) throws RecordingFailed {
    Run run = new Run(this);
    run.read();
    Recording recording = recording(dataset, run);
    known.keep(recording);
    return recording;
  }

  private static Recording recording(String dataset, Run run) {
    return new Recording(
        Manifest.of(dataset, run.entries()),
        run.links().stream().sorted().toList(),
        run.pointers().stream().sorted().toList(),
        run.reused().intValue());
  }
}
