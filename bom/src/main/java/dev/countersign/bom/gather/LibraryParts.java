package dev.countersign.bom.gather;

import dev.countersign.bom.Part;
import dev.countersign.bom.PartKind;
import dev.countersign.bom.lock.Library;
import java.util.List;
import java.util.Optional;

/** Libraries as parts. */
final class LibraryParts {
  private LibraryParts() {}

  static List<Part> of(List<Library> libraries) {
    return libraries.stream().map(LibraryParts::part).toList();
  }

  private static Part part(Library library) {
    return Part.of(PartKind.LIBRARY, library.purl(), library.name())
        .purl(Optional.of(library.purl()))
        .version(Optional.of(library.version()))
        .licence(library.licence())
        .digest(library.digest())
        .build();
  }
}
