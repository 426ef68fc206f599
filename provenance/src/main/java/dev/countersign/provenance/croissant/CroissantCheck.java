package dev.countersign.provenance.croissant;

import dev.countersign.provenance.Entry;
import dev.countersign.provenance.Manifest;
import dev.countersign.provenance.croissant.Croissant.FileObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What becomes of the digests in a Croissant file when they meet the files that were recorded.
 *
 * @param matched names of files whose bytes are those that Croissant promises
 * @param different files whose bytes are others, a sentence each
 * @param unseen ids of promised files that were not recorded or, above 1 GiB, not hashed as a whole
 */
public record CroissantCheck(List<String> matched, List<String> different, List<String> unseen) {
  public CroissantCheck {
    matched = List.copyOf(matched);
    different = List.copyOf(different);
    unseen = List.copyOf(unseen);
  }

  /** Compares what is promised with what is there. */
  public static CroissantCheck of(Croissant croissant, Manifest manifest) {
    List<String> matched = new ArrayList<>();
    List<String> different = new ArrayList<>();
    List<String> unseen = new ArrayList<>();
    for (FileObject file : croissant.files()) {
      if (file.sha256().isPresent()) {
        String promised = file.sha256().get();
        Optional<Entry> entry = entry(file, manifest).filter(one -> one.sha256().isPresent());
        if (entry.isEmpty()) {
          unseen.add(file.id());
        } else if (entry.get().digest().equals(promised)) {
          matched.add(entry.get().name());
        } else {
          different.add(
              "%s has the SHA-256 %s where Croissant says %s"
                  .formatted(entry.get().name(), entry.get().digest(), promised));
        }
      }
    }
    return new CroissantCheck(matched, different, unseen);
  }

  /** The entry of that name or, if there is one only, the one in some folder. */
  private static Optional<Entry> entry(FileObject file, Manifest manifest) {
    return names(file)
        .flatMap(name -> manifest.entry(name).stream())
        .findFirst()
        .or(() -> names(file).flatMap(name -> below(name, manifest).stream()).findFirst());
  }

  private static Optional<Entry> below(String name, Manifest manifest) {
    List<Entry> found =
        manifest.entries().stream()
            .filter(entry -> entry.name().endsWith("/" + name))
            .limit(2)
            .toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private static Stream<String> names(FileObject file) {
    Stream<String> paths =
        file.contentUrl().stream()
            .flatMap(url -> Stream.of(url, url.substring(url.lastIndexOf('/') + 1)));
    return Stream.concat(paths, Stream.of(file.id())).filter(name -> !name.isEmpty());
  }
}
