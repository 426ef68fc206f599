package dev.countersign.provenance.croissant;

import dev.countersign.attest.json.Limits;
import dev.countersign.attest.json.MalformedJson;
import dev.countersign.attest.json.StrictJson;
import dev.countersign.provenance.MalformedMetadata;
import dev.countersign.provenance.Sha256;
import dev.countersign.provenance.croissant.Croissant.FileObject;
import dev.countersign.provenance.croissant.Croissant.FileSet;
import dev.countersign.provenance.croissant.Croissant.RecordSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/** Reads Croissant 1.0 and 1.1, at most 16 MiB, without opening any connection. */
public final class CroissantReader {
  private static final Limits LIMITS = Limits.USUAL.withBytes(16 << 20);
  private static final int MOST_PARTS = 100_000;
  private static final int MOST_TEXTS = 100;

  private final Node dataset;
  private final List<String> notes = new ArrayList<>();

  private CroissantReader(Node dataset) {
    this.dataset = dataset;
  }

  /**
   * What the file says.
   *
   * @throws MalformedMetadata if it is no Croissant file
   */
  public static Croissant read(byte[] json) throws MalformedMetadata {
    try {
      ObjectNode root = StrictJson.object(json, LIMITS);
      Node dataset = new Node(root, Terms.of(root.path("@context")));
      if (!dataset.is("Dataset")) {
        throw new MalformedMetadata(
            "its @type is not sc:Dataset, so it is no Croissant file (mlcommons.org/croissant)");
      }
      return new CroissantReader(dataset).read();
    } catch (MalformedJson malformed) {
      throw new MalformedMetadata(clause(String.valueOf(malformed.getMessage())));
    }
  }

  private Croissant read() throws MalformedMetadata {
    String name =
        dataset.text("name").orElseThrow(() -> new MalformedMetadata("the dataset has no name"));
    List<Node> parts = parts();
    return new Croissant(
        name,
        dataset.text("description"),
        dataset.text("conformsTo"),
        texts("license"),
        dataset.text("url"),
        dataset.text("version"),
        texts("creator"),
        dataset.text("datePublished"),
        parts.stream().filter(part -> part.is("FileObject")).map(this::file).toList(),
        parts.stream().filter(part -> part.is("FileSet")).map(this::set).toList(),
        dataset.nodes("recordSet").limit(MOST_PARTS).map(CroissantReader::table).toList(),
        responsible(),
        dataset.exactly("prov:wasDerivedFrom").limit(MOST_TEXTS).toList(),
        notes);
  }

  private List<Node> parts() throws MalformedMetadata {
    List<Node> parts = dataset.nodes("distribution").limit(MOST_PARTS + 1L).toList();
    if (parts.size() > MOST_PARTS) {
      throw new MalformedMetadata("its distribution has more than %,d parts".formatted(MOST_PARTS));
    }
    return parts;
  }

  private List<String> texts(String property) {
    return dataset.texts(property).distinct().limit(MOST_TEXTS).toList();
  }

  private FileObject file(Node file) {
    String id = file.id().orElse("a file without an id");
    return new FileObject(
        id,
        file.text("contentUrl"),
        file.text("encodingFormat"),
        sha256(id, file),
        file.texts("containedIn").limit(MOST_TEXTS).toList());
  }

  /** Publishers write placeholders and MD5 under that name; neither proves anything. */
  private Optional<String> sha256(String id, Node file) {
    Optional<String> given = file.text("sha256").map(text -> text.toLowerCase(Locale.ROOT));
    if (given.isPresent() && !Sha256.is(given.get())) {
      notes.add("The sha256 of %s is no SHA-256 and was left out.".formatted(id));
      return Optional.empty();
    }
    if (given.isEmpty() && file.text("md5").isPresent()) {
      notes.add("%s has an MD5 only, which proves nothing and was left out.".formatted(id));
    }
    return given;
  }

  private FileSet set(Node set) {
    return new FileSet(
        set.id().orElse("a set without an id"),
        set.texts("containedIn").limit(MOST_TEXTS).toList(),
        set.texts("includes").limit(MOST_TEXTS).toList());
  }

  private static RecordSet table(Node table) {
    return new RecordSet(
        table.id().orElse("a table without an id"),
        table.nodes("field").limit(MOST_PARTS).flatMap(field -> field.id().stream()).toList());
  }

  private SortedMap<String, List<String>> responsible() {
    SortedMap<String, List<String>> found = new TreeMap<>();
    for (String name : dataset.names("rai:").stream().limit(MOST_TEXTS).toList()) {
      List<String> texts = dataset.exactly("rai:" + name).limit(MOST_TEXTS).toList();
      if (!texts.isEmpty()) {
        found.put(name, texts);
      }
    }
    return found;
  }

  private static String clause(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }
}
