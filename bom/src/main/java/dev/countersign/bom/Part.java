package dev.countersign.bom;

import dev.countersign.bom.lock.Library;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One part of a system.
 *
 * @param kind what it is
 * @param ref by which others refer to it: the id of an element of the threat model, or a package
 *     URL
 * @param name for people
 * @param version what it is called among others of its name
 * @param description in words
 * @param supplier who makes or supplies it
 * @param purl its package URL
 * @param licence an SPDX licence expression, or the name of a licence
 * @param digest of its one archive, where its lock file states it
 * @param files that it consists of, by path
 * @param card of a model
 * @param data of data
 * @param ancestors what it was made from
 * @param references where more is said of it
 * @param properties further facts by name, such as {@code quantisation}
 */
public record Part(
    PartKind kind,
    String ref,
    String name,
    Optional<String> version,
    Optional<String> description,
    Optional<String> supplier,
    Optional<String> purl,
    Optional<String> licence,
    Optional<Library.Digest> digest,
    List<PartFile> files,
    Optional<ModelCard> card,
    Optional<DataCard> data,
    List<Ancestor> ancestors,
    List<Reference> references,
    SortedMap<String, String> properties) {
  public Part {
    files = List.copyOf(files);
    ancestors = List.copyOf(ancestors);
    references = List.copyOf(references);
    properties = Collections.unmodifiableSortedMap(new TreeMap<>(properties));
  }

  /** A part of which more is told step by step. */
  public static Builder of(PartKind kind, String ref, String name) {
    return new Builder(kind, ref, name);
  }

  /** The same with another reference. */
  public Part as(String other) {
    return new Part(
        kind,
        other,
        name,
        version,
        description,
        supplier,
        purl,
        licence,
        digest,
        files,
        card,
        data,
        ancestors,
        references,
        properties);
  }

  /** The same, with what only another statement about the same thing says. */
  public Part orElse(Part other) {
    return new Part(
        kind,
        ref,
        name,
        version.or(other::version),
        description.or(other::description),
        supplier.or(other::supplier),
        purl.or(other::purl),
        licence.or(other::licence),
        digest.or(() -> files.isEmpty() ? other.digest : Optional.empty()),
        files,
        card,
        data,
        ancestors,
        references,
        properties);
  }

  /** The size of its files in bytes. */
  public long bytes() {
    return files.stream().mapToLong(PartFile::bytes).sum();
  }

  /**
   * Where more is said of a part.
   *
   * @param type {@code model-card} or {@code website}
   * @param url an address, or a path relative to the bill
   */
  public record Reference(String type, String url) {}

  /** Takes facts; of a fact that several sources state the first one counts. */
  public static final class Builder {
    private final PartKind kind;
    private final String ref;
    private final String name;
    private Optional<String> version = Optional.empty();
    private Optional<String> description = Optional.empty();
    private Optional<String> supplier = Optional.empty();
    private Optional<String> purl = Optional.empty();
    private Optional<String> licence = Optional.empty();
    private Optional<Library.Digest> digest = Optional.empty();
    private List<PartFile> files = List.of();
    private Optional<ModelCard> card = Optional.empty();
    private Optional<DataCard> data = Optional.empty();
    private final List<Ancestor> ancestors = new ArrayList<>();
    private final List<Reference> references = new ArrayList<>();
    private final SortedMap<String, String> properties = new TreeMap<>();

    private Builder(PartKind kind, String ref, String name) {
      this.kind = kind;
      this.ref = ref;
      this.name = name;
    }

    /** Sets the version, unless it is known. */
    public Builder version(Optional<String> known) {
      version = version.or(() -> stated(known));
      return this;
    }

    /** Sets the description, unless it is known. */
    public Builder description(Optional<String> known) {
      description = description.or(() -> stated(known));
      return this;
    }

    /** Sets the supplier, unless it is known. */
    public Builder supplier(Optional<String> known) {
      supplier = supplier.or(() -> stated(known));
      return this;
    }

    /** Sets the package URL, unless it is known. */
    public Builder purl(Optional<String> known) {
      purl = purl.or(() -> known);
      return this;
    }

    /** Sets the licence, unless it is known. */
    public Builder licence(Optional<String> known) {
      licence = licence.or(() -> stated(known));
      return this;
    }

    /** Sets the digest. */
    public Builder digest(Optional<Library.Digest> known) {
      digest = known;
      return this;
    }

    /** Sets the files. */
    public Builder files(List<PartFile> known) {
      files = known;
      return this;
    }

    /** Sets the card. */
    public Builder card(ModelCard known) {
      card = Optional.of(known);
      return this;
    }

    /** Sets what is known of data. */
    public Builder data(DataCard known) {
      data = Optional.of(known);
      return this;
    }

    /** Adds an ancestor, unless one of that name is known. */
    public Builder ancestor(Ancestor ancestor) {
      if (ancestors.stream().noneMatch(known -> known.name().equals(ancestor.name()))) {
        ancestors.add(ancestor);
      }
      return this;
    }

    /** Adds a reference. */
    public Builder reference(String type, String url) {
      references.add(new Reference(type, url));
      return this;
    }

    /** Adds a fact, unless it is known or nothing is stated. */
    public Builder property(String key, Optional<String> value) {
      stated(value).ifPresent(known -> properties.putIfAbsent(key, known));
      return this;
    }

    /** The part as it is known now. */
    public Part build() {
      return new Part(
          kind,
          ref,
          name,
          version,
          description,
          supplier,
          purl,
          licence,
          digest,
          files,
          card,
          data,
          ancestors,
          references.stream().distinct().toList(),
          properties);
    }

    private static Optional<String> stated(Optional<String> text) {
      return text.map(String::strip).filter(it -> !it.isEmpty());
    }
  }
}
