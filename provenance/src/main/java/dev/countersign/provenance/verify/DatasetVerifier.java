package dev.countersign.provenance.verify;

import dev.countersign.provenance.Entry;
import dev.countersign.provenance.EntryName;
import dev.countersign.provenance.Manifest;
import dev.countersign.provenance.follow.Followed;
import dev.countersign.provenance.follow.Following;
import dev.countersign.provenance.follow.Found;
import dev.countersign.provenance.pointer.Claim;
import dev.countersign.provenance.record.FilePrefix;
import dev.countersign.provenance.record.Recorder;
import dev.countersign.provenance.record.Recording;
import dev.countersign.provenance.record.RecordingFailed;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares the files of a dataset with its manifest. All files are read, unless the recorder knows
 * some: see {@link StatCache}. Pointers of Git LFS and DVC are followed to the data; where that is
 * not here, what the pointer says is compared as far as it can be, and told apart from what was
 * read.
 */
public final class DatasetVerifier {
  private static final Comparator<Difference> GRAVEST_FIRST =
      Comparator.comparing(Difference::grade).thenComparing(Difference::name, EntryName.ORDER);

  private final Manifest expected;
  private final Recorder recorder;
  private final Path repository;

  private DatasetVerifier(Manifest expected, Recorder recorder, Path repository) {
    this.expected = expected;
    this.recorder = recorder;
    this.repository = repository;
  }

  /**
   * Reads the files and compares.
   *
   * @param recorder says where the files are and which of them belong to the dataset, with the
   *     selection that was recorded
   * @param repository outside of which pointers are not followed
   * @throws RecordingFailed if files cannot be read; then nothing is known
   */
  public static DatasetVerification verify(Manifest expected, Recorder recorder, Path repository)
      throws RecordingFailed {
    return new DatasetVerifier(expected, recorder.withoutTables(), repository).verify();
  }

  private DatasetVerification verify() throws RecordingFailed {
    Recording recording = recorder.record(expected.dataset());
    boolean same = recording.manifest().digest().equals(expected.digest());
    if (same && recording.pointers().isEmpty()) {
      return result(List.of(), recording.links(), recording);
    }
    List<String> names = expected.entries().stream().map(Entry::name).toList();
    Followed followed = Following.follow(recording, recorder, repository, names);
    return result(differences(followed.files()), followed.links(), recording);
  }

  private DatasetVerification result(
      List<Difference> differences, List<String> links, Recording recording) {
    Map<Difference.Grade, Long> counts = new EnumMap<>(Difference.Grade.class);
    differences.forEach(difference -> counts.merge(difference.grade(), 1L, Long::sum));
    List<Difference> told =
        differences.stream().sorted(GRAVEST_FIRST).limit(DatasetVerification.MAX_TOLD).toList();
    return new DatasetVerification(
        expected.entries().size(), counts, told, links, recording.reused());
  }

  /** Walks along both lists, which are in the same order. */
  private List<Difference> differences(List<Found> now) throws RecordingFailed {
    List<Difference> differences = new ArrayList<>();
    List<Entry> before = expected.entries();
    int i = 0;
    int j = 0;
    while (i < before.size() || j < now.size()) {
      int order = order(before, i, now, j);
      if (order < 0) {
        differences.add(new Difference.Removed(before.get(i)));
      } else if (order > 0) {
        differences.add(new Difference.Added(now.get(j)));
      } else {
        difference(before.get(i), now.get(j)).ifPresent(differences::add);
      }
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return differences;
  }

  private static int order(List<Entry> before, int i, List<Found> now, int j) {
    if (i == before.size() || j == now.size()) {
      return i == before.size() ? 1 : -1;
    }
    return EntryName.ORDER.compare(before.get(i).name(), now.get(j).name());
  }

  private Optional<Difference> difference(Entry was, Found found) throws RecordingFailed {
    return switch (found) {
      case Found.Data(Entry is) -> read(was, is, path(was.name()));
      case Found.Behind(Entry is, Claim claim, Path bytes, Optional<String> broken) -> {
        Optional<Difference> difference = read(was, is, Optional.of(bytes));
        // The bytes may be as recorded while the repository already names others.
        yield difference.isPresent()
            ? difference
            : broken.map(how -> new Difference.Repointed(was, claim, how));
      }
      case Found.Claimed(_, Claim claim) -> pointed(was, claim);
      case Found.Absent(_, Claim claim) -> pointed(was, claim);
    };
  }

  /** By the word of a pointer alone. */
  private static Optional<Difference> pointed(Entry was, Claim claim) {
    Optional<String> how = claim.contradiction(was);
    if (how.isPresent()) {
      return Optional.of(new Difference.Repointed(was, claim, how.get()));
    }
    boolean same = claim.entry(was.name()).filter(was::sameContent).isPresent();
    return Optional.of(
        same ? new Difference.Claimed(was, claim) : new Difference.Unknown(was, claim));
  }

  private static Optional<Difference> read(Entry was, Entry is, Optional<Path> bytes)
      throws RecordingFailed {
    if (was.sameContent(is)) {
      return Optional.empty();
    }
    boolean longer = was.bytes() > 0 && is.bytes() > was.bytes();
    return Optional.of(
        longer && bytes.isPresent() && begins(was, bytes.get())
            ? new Difference.Appended(was, is)
            : new Difference.Changed(was, is));
  }

  private static boolean begins(Entry was, Path bytes) throws RecordingFailed {
    return FilePrefix.read(bytes, was.name(), was.bytes()).sameContent(was);
  }

  /** Empty in a locale that cannot write the name: what is not shown does not hold. */
  private Optional<Path> path(String name) {
    try {
      Path root = recorder.root();
      return Optional.of(Files.isDirectory(root) ? root.resolve(name) : root);
    } catch (InvalidPathException unwritable) {
      return Optional.empty();
    }
  }
}
