package dev.countersign.provenance.pointer;

import dev.countersign.provenance.MalformedMetadata;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Follows pointer files to the data that they stand for. Nothing is fetched: data is found where it
 * is checked out or in the cache of its tool, and is believed only after it was hashed.
 */
public final class Pointers {
  private static final int LARGEST_DVC = 4 << 20;

  private final Path repository;

  /**
   * Follows pointers of one repository.
   *
   * @param repository absolute; what a pointer names outside of it is refused
   */
  public Pointers(Path repository) {
    this.repository = repository.normalize();
  }

  /**
   * The data behind a file; empty where the file is data itself.
   *
   * @throws MalformedMetadata if it is a pointer that cannot be followed
   */
  public Optional<List<Target>> follow(Path file) throws IOException, MalformedMetadata {
    if (DvcFile.isOne(file)) {
      byte[] content = head(file, LARGEST_DVC + 1);
      return Optional.of(
          new DvcCache(repository).targets(file, DvcFile.read(file.toString(), content)));
    }
    if (Files.size(file) >= LfsPointer.SHORTER_THAN) {
      return Optional.empty();
    }
    return LfsPointer.of(head(file, LfsPointer.SHORTER_THAN))
        .map(lfs -> List.of(target(file, lfs)));
  }

  private Target target(Path file, LfsPointer lfs) {
    Claim claim = Claim.of(file, lfs);
    return LfsStore.of(repository)
        .flatMap(store -> store.object(lfs.sha256()))
        .<Target>map(bytes -> new Target.Here(file, claim, bytes))
        .orElseGet(() -> new Target.Absent(file, claim));
  }

  private static byte[] head(Path file, int most) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(most);
    }
  }
}
