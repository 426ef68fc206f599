package dev.countersign.knowledge.catalogue;

import dev.countersign.knowledge.Precedent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The bundled catalogues. Which ones there are costs one small file; the entries of a catalogue are
 * read when somebody asks for one of them, and then kept.
 */
public final class Catalogues {
  /** The catalogue whose case studies are the precedents. */
  public static final String ATLAS = "atlas";

  private final List<CatalogueHeader> headers;
  private final Map<String, Catalogue> loaded = new ConcurrentHashMap<>();

  private Catalogues(List<CatalogueHeader> headers) {
    this.headers = headers;
  }

  /** The catalogues on the class path. */
  public static Catalogues bundled() {
    return new Catalogues(read("index", CatalogueReader::readIndex));
  }

  /** What there is, sorted by id. */
  public List<CatalogueHeader> headers() {
    return headers;
  }

  /** The catalogue of that id, for example {@code atlas}. */
  public Optional<Catalogue> load(String id) {
    return headers.stream().filter(header -> header.id().equals(id)).findFirst().map(this::load);
  }

  /**
   * The entry that a rule, a control or a person cites.
   *
   * @param reference an id with its prefix and, where numbers were re-used, its edition, for
   *     example {@code AML.T0020}, {@code LLM06:2026}, {@code AIX:datapoison}
   */
  public Optional<Citation> find(String reference) {
    return headers.stream()
        .filter(header -> header.claims(reference))
        .flatMap(header -> find(header, reference).stream())
        .findFirst();
  }

  /**
   * The case studies of MITRE ATLAS that used a technique, sorted by id.
   *
   * @param technique an id such as {@code AML.T0051}; a technique stands for its sub-techniques
   *     too, a sub-technique for itself alone
   */
  public List<Precedent> precedentsOf(String technique) {
    return load(ATLAS).stream()
        .flatMap(atlas -> atlas.entries(EntryKind.CASE_STUDY).stream())
        .filter(study -> employs(study, technique))
        .sorted(Comparator.comparing(CatalogueEntry::id))
        .map(Catalogues::precedent)
        .toList();
  }

  private Optional<Citation> find(CatalogueHeader header, String reference) {
    return load(header).entry(reference).map(entry -> new Citation(header, entry));
  }

  private Catalogue load(CatalogueHeader header) {
    return loaded.computeIfAbsent(header.id(), id -> read(id, CatalogueReader::read));
  }

  private static boolean employs(CatalogueEntry study, String technique) {
    return study.links(LinkKind.EMPLOYS).stream()
        .map(CatalogueLink::to)
        .anyMatch(used -> used.equals(technique) || used.startsWith(technique + "."));
  }

  private static Precedent precedent(CatalogueEntry study) {
    boolean incident = study.attribute("type").contains("incident");
    return new Precedent(study.id(), study.title(), incident);
  }

  private static <T> T read(String name, Reading<T> reading) {
    String resource = "/dev/countersign/knowledge/catalogues/" + name + ".json";
    try (InputStream in = Catalogues.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + resource);
      }
      return reading.of(in);
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot read " + resource, failed);
    }
  }

  private interface Reading<T> {
    T of(InputStream in) throws IOException;
  }
}
