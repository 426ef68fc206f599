package dev.countersign.assess.evidence;

import dev.countersign.model.Element;
import dev.countersign.model.ElementKind;
import dev.countersign.model.SystemModel;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The models that a gate on an element stands before or behind. */
final class ModelsBehind {
  private ModelsBehind() {}

  /**
   * Their ids: a model itself, the models that a component runs, those of whatever an output is of,
   * and those of the components that use a tool or read a channel.
   */
  static List<String> of(Element element, SystemModel system) {
    return switch (element.kind()) {
      case MODEL -> List.of(element.id());
      case OUTPUT ->
          element.refs("of").stream()
              .flatMap(id -> system.element(id).stream())
              .flatMap(of -> itselfOrRun(of))
              .distinct()
              .toList();
      case TOOL, CHANNEL ->
          users(element.id(), system)
              .flatMap(user -> user.refs("runs").stream())
              .distinct()
              .toList();
      default -> element.refs("runs");
    };
  }

  /**
   * That files of one of these models are named and none is there, so that nothing can be compared.
   *
   * @throws IOException if folders cannot be read
   */
  static Optional<EvidenceResult.Refuted> unfetched(Offer offer, List<String> models)
      throws IOException {
    for (String model : models) {
      Offer on = offer.on(model);
      if (!on.patterns().isEmpty() && on.elementFiles().isEmpty()) {
        return Optional.of(
            offer.refuted(
                "No file of %s is there to compare with %s.".formatted(model, offer.shown()),
                "Say under files of " + model + " where its artefact is, and fetch it."));
      }
    }
    return Optional.empty();
  }

  private static Stream<String> itselfOrRun(Element element) {
    return element.kind() == ElementKind.MODEL
        ? Stream.of(element.id())
        : element.refs("runs").stream();
  }

  private static Stream<Element> users(String id, SystemModel system) {
    return system
        .elements(ElementKind.COMPONENT)
        .filter(one -> one.refs("uses").contains(id) || one.refs("reads").contains(id));
  }
}
