package dev.countersign.provenance.croissant;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A dataset as a Croissant file describes it (docs.mlcommons.org/croissant, 1.0 and 1.1), as far as
 * it says where data comes from and what its bytes are. All of it is the word of whoever wrote the
 * file.
 *
 * @param name what the dataset is called
 * @param description in words
 * @param conformsTo URI of the version of Croissant
 * @param licences names or URLs
 * @param url the dataset's page
 * @param version of the dataset
 * @param creators names of people and organisations
 * @param published the day of publication, as written
 * @param files the files that are described one by one
 * @param sets the files that are described by patterns
 * @param recordSets the tables
 * @param responsible the properties of the vocabulary for responsible AI by name, such as {@code
 *     dataCollection}
 * @param derivedFrom names or addresses of what it was derived from ({@code prov:wasDerivedFrom})
 * @param notes what was given but cannot be used, a sentence each
 */
public record Croissant(
    String name,
    Optional<String> description,
    Optional<String> conformsTo,
    List<String> licences,
    Optional<String> url,
    Optional<String> version,
    List<String> creators,
    Optional<String> published,
    List<FileObject> files,
    List<FileSet> sets,
    List<RecordSet> recordSets,
    SortedMap<String, List<String>> responsible,
    List<String> derivedFrom,
    List<String> notes) {
  public Croissant {
    licences = List.copyOf(licences);
    creators = List.copyOf(creators);
    files = List.copyOf(files);
    sets = List.copyOf(sets);
    recordSets = List.copyOf(recordSets);
    responsible = Collections.unmodifiableSortedMap(new TreeMap<>(responsible));
    derivedFrom = List.copyOf(derivedFrom);
    notes = List.copyOf(notes);
  }

  /** What is said under a property of responsible AI, as one text. */
  public Optional<String> responsible(String property) {
    return Optional.ofNullable(responsible.get(property)).map(all -> String.join(" ", all));
  }

  /**
   * A file.
   *
   * @param id by which other parts refer to it
   * @param contentUrl where it is: a path relative to the Croissant file, or an address
   * @param encoding its media type
   * @param sha256 64 lower-case hexadecimal digits
   * @param containedIn ids of the archives or repositories that it is in; empty if it stands alone
   */
  public record FileObject(
      String id,
      Optional<String> contentUrl,
      Optional<String> encoding,
      Optional<String> sha256,
      List<String> containedIn) {
    public FileObject {
      containedIn = List.copyOf(containedIn);
    }
  }

  /**
   * Files that match patterns.
   *
   * @param id by which other parts refer to it
   * @param containedIn ids of the archives or repositories that they are in
   * @param includes globs
   */
  public record FileSet(String id, List<String> containedIn, List<String> includes) {
    public FileSet {
      containedIn = List.copyOf(containedIn);
      includes = List.copyOf(includes);
    }
  }

  /**
   * A table.
   *
   * @param id by which other parts refer to it
   * @param fields names of its columns, in order
   */
  public record RecordSet(String id, List<String> fields) {
    public RecordSet {
      fields = List.copyOf(fields);
    }
  }
}
