package dev.countersign.bom.gather;

import dev.countersign.bom.DataCard;
import dev.countersign.bom.Part;
import dev.countersign.bom.PartFile;
import dev.countersign.bom.PartKind;
import dev.countersign.model.Element;
import dev.countersign.model.ElementKind;
import dev.countersign.provenance.DatasetStatement;
import dev.countersign.provenance.Description;
import dev.countersign.provenance.ManifestPlace;
import dev.countersign.provenance.croissant.Croissant;
import dev.countersign.provenance.croissant.CroissantFacts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Datasets, corpora and memories. */
final class DataParts {
  private static final String SENSITIVITY = "sensitivity";
  private static final String SUPPLIER = "supplier";

  private final Order order;
  private final ElementFiles files;
  private final Statements statements;
  private final List<String> stewards;

  DataParts(Order order, ElementFiles files, Statements statements) {
    this.order = order;
    this.files = files;
    this.statements = statements;
    this.stewards = Stewards.of(order.folder(), order.system().info().id());
  }

  List<Part> all() throws IOException {
    List<Part> parts = new ArrayList<>();
    for (Element element : order.system().elements().values()) {
      Optional<PartKind> kind = kind(element.kind());
      if (kind.isPresent()) {
        parts.add(part(element, kind.get()));
      }
    }
    return parts;
  }

  private static Optional<PartKind> kind(ElementKind kind) {
    return switch (kind) {
      case DATASET -> Optional.of(PartKind.DATASET);
      case CORPUS -> Optional.of(PartKind.CORPUS);
      case MEMORY -> Optional.of(PartKind.MEMORY);
      default -> Optional.empty();
    };
  }

  private Part part(Element element, PartKind kind) throws IOException {
    List<Path> paths = files.paths(element);
    List<PartFile> hashed = files.hashed(paths);
    Optional<DatasetStatement> statement = statements.dataset(element.id(), hashed);
    Optional<Croissant> croissant = CroissantFile.beside(paths);
    Part.Builder part =
        Part.of(kind, element.id(), element.id())
            .files(hashed)
            .supplier(element.text(SUPPLIER))
            .supplier(croissant.flatMap(it -> it.creators().stream().findFirst()))
            .version(croissant.flatMap(Croissant::version))
            .version(statement.map(it -> "sha256:" + it.digest().substring(0, 12)))
            .description(croissant.flatMap(Croissant::description))
            .licence(statement.flatMap(it -> it.description().licence()))
            .licence(croissant.flatMap(it -> CroissantFacts.of(it).licence()))
            .data(card(element, statement, croissant))
            .property("origin", element.word("origin"))
            .property("role", element.word("role"))
            .property("admission", element.word("admission"))
            .property("pinned", element.value("pinned").map(it -> it.written()))
            .property("derived-from", Optional.of(String.join(", ", element.refs("derived-from"))));
    croissant.flatMap(Croissant::url).ifPresent(url -> part.reference("website", url));
    return part.build();
  }

  private DataCard card(
      Element element, Optional<DatasetStatement> statement, Optional<Croissant> croissant) {
    Optional<Description> said = statement.map(DatasetStatement::description);
    Optional<Description> published = croissant.map(CroissantFacts::of);
    return new DataCard(
        element.word(SENSITIVITY).or(() -> said.flatMap(Description::sensitivity)),
        owners(element, croissant),
        custodians(element),
        element.kind() == ElementKind.DATASET ? stewards : List.of(),
        sources(said, published),
        said.flatMap(Description::collection).or(() -> published.flatMap(Description::collection)),
        preparation(said),
        labels(element, said, published),
        said.flatMap(Description::timeRange).map(it -> it.from() + " to " + it.until()),
        rows(statement),
        statement.map(DatasetStatement::digest));
  }

  private static List<String> owners(Element element, Optional<Croissant> croissant) {
    return Stream.concat(
            element.text(SUPPLIER).stream(),
            croissant.stream().flatMap(it -> it.creators().stream()))
        .distinct()
        .toList();
  }

  /** The people who may write to the store that keeps it. */
  private List<String> custodians(Element element) {
    return element.refs("stored").stream()
        .flatMap(store -> order.system().element(store).stream())
        .flatMap(store -> store.refs("writers").stream())
        .filter(this::isActor)
        .distinct()
        .sorted()
        .toList();
  }

  private boolean isActor(String id) {
    return order
        .system()
        .element(id)
        .filter(element -> element.kind() == ElementKind.ACTOR)
        .isPresent();
  }

  private static List<String> sources(Optional<Description> said, Optional<Description> published) {
    return Stream.concat(said.stream(), published.stream())
        .flatMap(it -> it.sources().stream())
        .map(source -> source.name() + source.uri().map(uri -> " (" + uri + ")").orElse(""))
        .distinct()
        .toList();
  }

  private static List<String> preparation(Optional<Description> said) {
    return said.stream()
        .flatMap(it -> it.transformations().stream())
        .map(step -> step.name() + step.tool().map(tool -> " by " + tool).orElse(""))
        .toList();
  }

  private static Optional<String> labels(
      Element element, Optional<Description> said, Optional<Description> published) {
    return said.flatMap(Description::labels)
        .or(() -> published.flatMap(Description::labels))
        .map(labels -> labels.how())
        .or(() -> element.text("labels.from"));
  }

  private static OptionalLong rows(Optional<DatasetStatement> statement) {
    return statement.isPresent()
            && statement.get().manifest() instanceof ManifestPlace.Inline(var manifest)
        ? manifest.rows()
        : OptionalLong.empty();
  }
}
