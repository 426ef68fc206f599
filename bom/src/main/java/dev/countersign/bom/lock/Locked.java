package dev.countersign.bom.lock;

import dev.countersign.bom.lock.Library.Digest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Takes the libraries of one lock file, at most {@value #MOST}. What a library asks for is named by
 * name, or by name and version where several versions are locked; both are looked up at the end.
 */
public final class Locked {
  /** More are not taken from one file. */
  static final int MOST = 50_000;

  private final Map<String, Entry> byPurl = new LinkedHashMap<>();
  private final Map<String, List<String>> byName = new TreeMap<>();

  /** Adds a library; the same twice counts once, and what either states of its needs is kept. */
  void add(Ecosystem in, String name, String version, Entry entry) {
    in.purl(name, version).ifPresent(purl -> add(purl, in, name, version, entry));
  }

  /** Adds a library of which no more is stated. */
  void add(Ecosystem in, String name, String version) {
    add(in, name, version, Entry.NONE);
  }

  private void add(String purl, Ecosystem in, String name, String version, Entry entry) {
    if (byPurl.size() >= MOST && !byPurl.containsKey(purl)) {
      return;
    }
    Entry named = entry.of(in, name, version);
    if (byPurl.putIfAbsent(purl, named) == null) {
      byName.computeIfAbsent(key(in, name), _ -> new ArrayList<>()).add(purl);
    } else {
      byPurl.computeIfPresent(purl, (_, known) -> known.with(named));
    }
  }

  /** The libraries with their needs looked up; a need that is not locked here is left out. */
  List<Library> libraries() {
    return byPurl.entrySet().stream().map(it -> library(it.getKey(), it.getValue())).toList();
  }

  private Library library(String purl, Entry entry) {
    List<String> needs =
        entry.needs.stream()
            .flatMap(need -> found(entry.in, need))
            .filter(need -> !need.equals(purl))
            .distinct()
            .sorted()
            .toList();
    return new Library(purl, entry.name, entry.version, entry.digest, entry.licence, needs);
  }

  private Stream<String> found(Ecosystem in, Need need) {
    List<String> named = byName.getOrDefault(key(in, need.name), List.of());
    if (named.size() <= 1) {
      return named.stream();
    }
    Optional<String> exact = in.purl(need.name, need.version);
    return exact.filter(byPurl::containsKey).map(Stream::of).orElseGet(named::stream);
  }

  private static String key(Ecosystem in, String name) {
    return in.name() + ' ' + in.normal(name);
  }

  /**
   * What a library asks for.
   *
   * @param version which of several; may be empty
   */
  record Need(String name, String version) {
    static Need of(String name) {
      return new Need(name, "");
    }
  }

  /** What a file states of a library besides name and version. */
  record Entry(
      Ecosystem in,
      String name,
      String version,
      Optional<Digest> digest,
      Optional<String> licence,
      List<Need> needs) {
    static final Entry NONE =
        new Entry(Ecosystem.PYPI, "", "", Optional.empty(), Optional.empty(), List.of());

    Entry {
      needs = List.copyOf(needs);
    }

    static Entry digest(Optional<Digest> digest) {
      return NONE.with(digest);
    }

    Entry with(Optional<Digest> known) {
      return new Entry(in, name, version, known, licence, needs);
    }

    Entry licensed(String text) {
      Optional<String> known = Optional.of(text.strip()).filter(it -> !it.isEmpty());
      return new Entry(in, name, version, digest, known, needs);
    }

    Entry needing(Collection<Need> more) {
      return new Entry(in, name, version, digest, licence, List.copyOf(more));
    }

    private Entry of(Ecosystem ecosystem, String of, String at) {
      return new Entry(ecosystem, of, at, digest, licence, needs);
    }

    private Entry with(Entry other) {
      List<Need> both = Stream.concat(needs.stream(), other.needs.stream()).distinct().toList();
      return new Entry(
          in, name, version, digest.or(() -> other.digest), licence.or(() -> other.licence), both);
    }
  }
}
