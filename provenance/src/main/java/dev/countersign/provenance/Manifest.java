package dev.countersign.provenance;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All files of a dataset with their sizes and digests. {@link ManifestJson} reads and writes it.
 * Immutable.
 */
public final class Manifest {
  /** The most files of a dataset. */
  public static final int MAX_ENTRIES = 10_000_000;

  /** The most characters of a dataset's name. */
  public static final int MAX_DATASET_NAME = 256;

  private static final Comparator<Entry> BY_NAME =
      Comparator.comparing(Entry::name, EntryName.ORDER);

  private final String dataset;
  private final List<Entry> entries;
  private final String digest;

  /**
   * A manifest as somebody else wrote it.
   *
   * @throws IllegalArgumentException if entries are not in order, a name is twice, or the digest is
   *     not theirs
   */
  public Manifest(String dataset, List<Entry> entries, String digest) {
    this(dataset, entries);
    if (!this.digest.equals(digest)) {
      throw new IllegalArgumentException("the digest is not that of the entries");
    }
  }

  private Manifest(String dataset, List<Entry> entries) {
    if (dataset.isBlank() || dataset.length() > MAX_DATASET_NAME) {
      throw new IllegalArgumentException("a dataset's name has 1 to 256 characters");
    }
    this.dataset = dataset;
    this.entries = List.copyOf(entries);
    requireOrder(this.entries);
    digest = TreeDigest.of(this.entries);
  }

  /**
   * A manifest of these files in any order.
   *
   * @throws IllegalArgumentException if a name is twice
   */
  public static Manifest of(String dataset, Collection<Entry> entries) {
    Entry[] sorted = entries.toArray(Entry[]::new);
    Arrays.parallelSort(sorted, BY_NAME);
    return new Manifest(dataset, Arrays.asList(sorted));
  }

  /** The name of the dataset; identifies nothing. */
  public String dataset() {
    return dataset;
  }

  /** By name, in the order of {@link EntryName#ORDER}, no name twice. */
  public List<Entry> entries() {
    return entries;
  }

  /** The {@link TreeDigest} of the entries, which identifies the content. */
  public String digest() {
    return digest;
  }

  /**
   * This part of a dataset and another one as one, of this part's name. A file that is in both is
   * taken once; facts about its table are taken from this part if it has any.
   *
   * @throws ManifestConflict if a file is in both with different content
   */
  public Manifest merge(Manifest other) throws ManifestConflict {
    TreeMap<String, Entry> merged = new TreeMap<>(EntryName.ORDER);
    entries.forEach(entry -> merged.put(entry.name(), entry));
    for (Entry entry : other.entries) {
      Entry known = merged.putIfAbsent(entry.name(), entry);
      if (known != null && !known.sameContent(entry)) {
        throw new ManifestConflict(known, entry);
      }
      if (known != null && known.table().isEmpty()) {
        merged.put(entry.name(), entry);
      }
    }
    return of(dataset, merged.values());
  }

  /** The file of this name. */
  public Optional<Entry> entry(String name) {
    int low = 0;
    int high = entries.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = EntryName.ORDER.compare(entries.get(middle).name(), name);
      if (order == 0) {
        return Optional.of(entries.get(middle));
      }
      low = order < 0 ? middle + 1 : low;
      high = order < 0 ? high : middle - 1;
    }
    return Optional.empty();
  }

  /** The size of all files; the largest number where a manifest claims more. */
  public long bytes() {
    return Total.of(entries.stream().mapToLong(Entry::bytes));
  }

  /**
   * The rows of all tables; none if there is no table or one was not counted; the largest number
   * where a manifest claims more.
   */
  public OptionalLong rows() {
    List<Table> tables = entries.stream().flatMap(entry -> entry.table().stream()).toList();
    if (tables.isEmpty() || tables.stream().anyMatch(table -> table.countedRows().isEmpty())) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(
        Total.of(tables.stream().mapToLong(table -> table.countedRows().getAsLong())));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Manifest same
        && dataset.equals(same.dataset)
        && digest.equals(same.digest)
        && entries.equals(same.entries);
  }

  @Override
  public int hashCode() {
    return digest.hashCode();
  }

  @Override
  public String toString() {
    return dataset + " sha256:" + digest;
  }

  private static void requireOrder(List<Entry> entries) {
    for (int i = 1; i < entries.size(); i++) {
      String name = entries.get(i).name();
      int order = EntryName.ORDER.compare(entries.get(i - 1).name(), name);
      if (order >= 0) {
        throw new IllegalArgumentException(
            "\"" + name + "\" " + (order == 0 ? "is there twice" : "is not in the order of names"));
      }
    }
  }
}
