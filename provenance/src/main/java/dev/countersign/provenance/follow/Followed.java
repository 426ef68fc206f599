package dev.countersign.provenance.follow;

import dev.countersign.provenance.Entry;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of a dataset, each name once.
 *
 * @param files in the order of their names
 * @param links the names of symbolic links that are no files of the dataset, sorted
 */
public record Followed(List<Found> files, List<String> links) {
  public Followed {
    files = List.copyOf(files);
    links = List.copyOf(links);
  }

  /** What is known of the files, by bytes that were read or by the word of a pointer. */
  public List<Entry> entries() {
    return files.stream().flatMap(Followed::entry).toList();
  }

  /** The files of one kind. */
  public <T extends Found> List<T> all(Class<T> kind) {
    return files.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private static Stream<Entry> entry(Found found) {
    return switch (found) {
      case Found.Data data -> Stream.of(data.entry());
      case Found.Behind behind -> Stream.of(behind.entry());
      case Found.Claimed claimed -> Stream.of(claimed.entry());
      case Found.Absent _ -> Stream.empty();
    };
  }
}
