package dev.countersign.bom.merge;

import dev.countersign.bom.Bill;
import dev.countersign.bom.Part;
import dev.countersign.bom.lock.Library.Digest;
import dev.countersign.bom.merge.Sbom.Item;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Takes the components of another bill into ours. What is in both, by package URL, digest or
 * reference, stands there once: with what ours says, and what only the other one says.
 *
 * @param bill the result
 * @param refs the reference in the result of each component of the other bill, by its own
 */
public record Merging(Bill bill, Map<String, String> refs) {
  public Merging {
    refs = Map.copyOf(refs);
  }

  /** Merges. */
  public static Merging of(Bill ours, Sbom theirs) {
    return new Merge(ours).take(theirs);
  }

  private static final class Merge {
    private final Bill ours;
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final Map<String, String> byPurl = new HashMap<>();
    private final Map<String, String> byDigest = new HashMap<>();
    private final Set<String> services = new HashSet<>();
    private final Map<String, String> refs = new HashMap<>();

    Merge(Bill ours) {
      this.ours = ours;
      ours.parts().forEach(this::index);
      ours.services().forEach(service -> services.add(service.ref()));
    }

    Merging take(Sbom theirs) {
      theirs.items().forEach(this::take);
      List<Part> all = new ArrayList<>(parts.values());
      all.sort(Comparator.comparing(Part::kind).thenComparing(Part::ref));
      List<String> notes = new ArrayList<>(ours.notes());
      notes.add(
          "%d components of another bill (%s) were merged."
              .formatted(theirs.items().size(), theirs.format()));
      Bill bill =
          new Bill(
              ours.system(),
              all,
              ours.services(),
              dependencies(theirs),
              ours.made(),
              ours.tool(),
              notes);
      return new Merging(bill, refs);
    }

    private void take(Item item) {
      Part theirs = item.part();
      Optional<String> same = same(theirs);
      if (same.isPresent()) {
        refs.put(theirs.ref(), same.get());
        parts.computeIfPresent(same.get(), (_, known) -> known.orElse(theirs));
      } else {
        Part free = theirs.as(free(theirs.ref()));
        refs.put(theirs.ref(), free.ref());
        index(free);
      }
    }

    private Optional<String> same(Part theirs) {
      return theirs
          .purl()
          .map(Merge::bare)
          .map(byPurl::get)
          .or(() -> digests(theirs).filter(byDigest::containsKey).map(byDigest::get).findFirst())
          .or(() -> Optional.of(theirs.ref()).filter(parts::containsKey));
    }

    private void index(Part part) {
      parts.put(part.ref(), part);
      part.purl().ifPresent(purl -> byPurl.putIfAbsent(bare(purl), part.ref()));
      digests(part).forEach(hex -> byDigest.putIfAbsent(hex, part.ref()));
    }

    /** Of a part of several files none of them is the part. */
    private static Stream<String> digests(Part part) {
      Stream<String> files =
          part.files().size() == 1 ? part.files().getFirst().sha256().stream() : Stream.empty();
      return Stream.concat(part.digest().map(Digest::hex).stream(), files);
    }

    /** Qualifiers say where a package was had, not which it is. */
    private static String bare(String purl) {
      return purl.replaceFirst("[?#].*", "");
    }

    private String free(String ref) {
      boolean taken = services.contains(ref) || ref.equals(ours.system().ref());
      return taken ? "merged:" + ref : ref;
    }

    private SortedMap<String, List<String>> dependencies(Sbom theirs) {
      SortedMap<String, List<String>> all = new TreeMap<>(ours.dependencies());
      theirs
          .dependencies()
          .forEach((from, to) -> {
            List<String> known = to.stream().flatMap(it -> found(it).stream()).sorted().toList();
            found(from).ifPresent(ref -> all.merge(ref, known, Merge::both));
          });
      Set<String> asked = new HashSet<>();
      all.values().forEach(asked::addAll);
      List<String> roots = refs.values().stream().filter(ref -> !asked.contains(ref)).toList();
      all.merge(ours.system().ref(), roots, Merge::both);
      return all;
    }

    private Optional<String> found(String ref) {
      return Optional.ofNullable(refs.get(ref));
    }

    private static List<String> both(List<String> one, List<String> other) {
      return Stream.concat(one.stream(), other.stream()).distinct().sorted().toList();
    }
  }
}
