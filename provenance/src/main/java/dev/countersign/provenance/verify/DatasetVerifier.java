package dev.countersign.provenance.verify;

import dev.countersign.provenance.Entry;
import dev.countersign.provenance.EntryName;
import dev.countersign.provenance.Manifest;
import dev.countersign.provenance.record.FilePrefix;
import dev.countersign.provenance.record.Recorder;
import dev.countersign.provenance.record.Recording;
import dev.countersign.provenance.record.RecordingFailed;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Compares the files of a dataset with its manifest. All files are read, unless the recorder knows
 * some: see {@link StatCache}.
 */
public final class DatasetVerifier {
  private final Manifest expected;
  private final Recorder recorder;

  private DatasetVerifier(Manifest expected, Recorder recorder) {
    this.expected = expected;
    this.recorder = recorder;
  }

  /**
   * Reads the files and compares.
   *
   * @param recorder says where the files are and which of them belong to the dataset, with the
   *     selection that was recorded
   * @throws RecordingFailed if files cannot be read; then nothing is known
   */
  public static DatasetVerification verify(Manifest expected, Recorder recorder)
      throws RecordingFailed {
    return new DatasetVerifier(expected, recorder.withoutTables()).verify();
  }

  private DatasetVerification verify() throws RecordingFailed {
    Recording recording = recorder.record(expected.dataset());
    Manifest found = recording.manifest();
    if (found.digest().equals(expected.digest())) {
      return new DatasetVerification.Holds(found, recording.links());
    }
    List<Difference> all = differences(found);
    all.sort(
        Comparator.comparing(Difference::isGrowth)
            .thenComparing(Difference::name, EntryName.ORDER));
    List<Difference> told = all.subList(0, Math.min(all.size(), DatasetVerification.MAX_TOLD));
    return all.stream().allMatch(Difference::isGrowth)
        ? new DatasetVerification.Grown(found, recording.links(), told, all.size())
        : new DatasetVerification.Changed(found, recording.links(), told, all.size());
  }

  /** Walks along both lists, which are in the same order. */
  private List<Difference> differences(Manifest found) throws RecordingFailed {
    List<Difference> differences = new ArrayList<>();
    List<Entry> before = expected.entries();
    List<Entry> now = found.entries();
    int i = 0;
    int j = 0;
    while (i < before.size() || j < now.size()) {
      int order = order(before, i, now, j);
      if (order < 0) {
        differences.add(new Difference.Removed(before.get(i)));
      } else if (order > 0) {
        differences.add(new Difference.Added(now.get(j)));
      } else if (!before.get(i).sameContent(now.get(j))) {
        differences.add(difference(before.get(i), now.get(j)));
      }
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return differences;
  }

  private static int order(List<Entry> before, int i, List<Entry> now, int j) {
    if (i == before.size() || j == now.size()) {
      return i == before.size() ? 1 : -1;
    }
    return EntryName.ORDER.compare(before.get(i).name(), now.get(j).name());
  }

  private Difference difference(Entry was, Entry is) throws RecordingFailed {
    boolean longer = was.bytes() > 0 && is.bytes() > was.bytes();
    return longer && begins(was)
        ? new Difference.Appended(was, is)
        : new Difference.Changed(was, is);
  }

  private boolean begins(Entry was) throws RecordingFailed {
    try {
      return FilePrefix.read(path(was.name()), was.name(), was.bytes()).sameContent(was);
    } catch (InvalidPathException unknown) {
      // This process has a locale that cannot write the name. What is not shown does not hold.
      return false;
    }
  }

  private Path path(String name) {
    Path root = recorder.root();
    return Files.isDirectory(root) ? root.resolve(name) : root;
  }
}
