package dev.countersign.assess.evidence;

import dev.countersign.assess.files.FileBytes;
import dev.countersign.attest.hash.FileToHash;
import dev.countersign.attest.hash.HashedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files of elements as they are now, hashed. */
final class FilesInUse {
  private FilesInUse() {}

  /**
   * Those of these elements, named from the root of the repository.
   *
   * @throws IOException if one cannot be read
   */
  static List<HashedFile> of(Offer offer, List<String> elements) throws IOException {
    Path root = offer.context().repository().toRealPath();
    List<FileToHash> files = new ArrayList<>();
    for (String id : elements) {
      for (Path file : offer.on(id).elementFiles()) {
        String name = root.relativize(file).toString().replace('\\', '/');
        files.add(new FileToHash(name, file, Files.size(file)));
      }
    }
    return FileBytes.whole(files);
  }
}
