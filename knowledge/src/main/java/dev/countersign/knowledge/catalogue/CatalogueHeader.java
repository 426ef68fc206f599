package dev.countersign.knowledge.catalogue;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a catalogue is: whose, of which edition, under which licence, and from which bytes.
 *
 * @param id its name here and the name of its file, for example {@code atlas}
 * @param title the publisher's name for it
 * @param edition the one edition that is bundled under this id, for example {@code 5.6.0}
 * @param publisher who publishes it
 * @param licence SPDX identifier, or words where there is none
 * @param source where it was taken from, with commit, tag or date
 * @param attribution the line that the licence or courtesy asks for
 * @param imported the day on which somebody last looked at the source and imported it
 * @param change what was left out or changed on the way
 * @param prefix what the ids of its entries begin with
 * @param suffix what they end with, where the edition is part of the id
 * @param files the files it was made from
 * @param counts how many entries there are of each kind
 */
public record CatalogueHeader(
    String id,
    String title,
    String edition,
    String publisher,
    String licence,
    String source,
    String attribution,
    LocalDate imported,
    String change,
    String prefix,
    Optional<String> suffix,
    List<SourceFile> files,
    SortedMap<EntryKind, Integer> counts) {
  public CatalogueHeader {
    files = List.copyOf(files);
    counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
  }

  /**
   * A file that a catalogue was made from.
   *
   * @param name path below the folder that was imported
   * @param sha256 64 hexadecimal digits
   */
  public record SourceFile(String name, String sha256) {}

  /** Whether an id has the form of the ids of this catalogue. */
  public boolean claims(String reference) {
    return reference.startsWith(prefix)
        && (suffix.isEmpty() ? reference.indexOf('@') < 0 : reference.endsWith(suffix.get()));
  }

  /** The same, with what an import found. */
  public CatalogueHeader with(List<SourceFile> found, SortedMap<EntryKind, Integer> counted) {
    return new CatalogueHeader(
        id,
        title,
        edition,
        publisher,
        licence,
        source,
        attribution,
        imported,
        change,
        prefix,
        suffix,
        found,
        counted);
  }

  /** How many entries there are. */
  public int size() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
