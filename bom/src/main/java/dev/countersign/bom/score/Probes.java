package dev.countersign.bom.score;

import dev.countersign.bom.Bill;
import dev.countersign.bom.DataCard;
import dev.countersign.bom.ModelCard;
import dev.countersign.bom.Part;
import dev.countersign.bom.PartKind;
import dev.countersign.bom.score.Score.Result;
import dev.countersign.bom.score.Score.State;
import java.util.List;
import java.util.function.Predicate;

/** Looks for one field each. */
final class Probes {
  private final Bill bill;
  private final boolean signed;

  Probes(Bill bill, boolean signed) {
    this.bill = bill;
    this.signed = signed;
  }

  Result result(MinimumElement element) {
    String probe = element.probe();
    if (probe.startsWith("model-")) {
      return each(element, bill.parts(PartKind.MODEL), model(probe));
    }
    if (probe.startsWith("data-") && !probe.equals("data-usage")) {
      return each(element, bill.parts(PartKind.DATASET), data(probe));
    }
    if (probe.startsWith("component-")) {
      return each(element, bill.parts(), component(probe));
    }
    boolean there = whole(probe);
    return new Result(element, there ? State.PRESENT : State.MISSING, 1, List.of());
  }

  private static Result each(MinimumElement element, List<Part> parts, Predicate<Part> has) {
    if (parts.isEmpty()) {
      return new Result(element, State.NOT_APPLICABLE, 0, List.of());
    }
    List<String> lacking = parts.stream().filter(has.negate()).map(Part::ref).toList();
    return new Result(
        element, lacking.isEmpty() ? State.PRESENT : State.MISSING, parts.size(), lacking);
  }

  private boolean whole(String probe) {
    return switch (probe) {
      case "always" -> true;
      case "none" -> false;
      case "signed" -> signed;
      case "author" -> !bill.system().producer().isEmpty();
      case "dependencies" -> bill.dependencies().values().stream().anyMatch(it -> !it.isEmpty());
      case "components" -> !bill.parts().isEmpty() || !bill.services().isEmpty();
      case "system-version" -> bill.system().version().isPresent();
      case "flows" -> !bill.system().flows().isEmpty();
      case "purpose" -> bill.system().purpose().isPresent();
      case "controls" -> !bill.system().controls().isEmpty();
      case "libraries" -> !bill.parts(PartKind.LIBRARY).isEmpty();
      case "security-policy" -> bill.system().securityPolicy().isPresent();
      case "system-io" ->
          bill.services().stream().anyMatch(it -> it.properties().containsKey("interface"));
      case "data-usage" ->
          bill.parts().stream()
              .flatMap(part -> part.data().stream())
              .allMatch(data -> data.sensitivity().isPresent());
      default -> throw new IllegalStateException("no probe " + probe);
    };
  }

  private static Predicate<Part> model(String probe) {
    return switch (probe) {
      case "model-name" -> _ -> true;
      case "model-identifier" -> part -> part.purl().isPresent() || isHashed(part);
      case "model-version" -> part -> part.version().isPresent();
      case "model-time" -> part -> part.card().flatMap(ModelCard::trained).isPresent();
      case "model-producer" ->
          part ->
              part.supplier().isPresent() || "trained-here".equals(part.properties().get("origin"));
      case "model-description" -> part -> part.description().isPresent();
      case "model-hash" -> Probes::isHashed;
      case "model-properties" ->
          part ->
              part.card().flatMap(ModelCard::architecture).isPresent()
                  || part.properties().containsKey("parameters");
      case "model-io" ->
          part ->
              part.card()
                  .filter(card -> !card.inputs().isEmpty() || !card.outputs().isEmpty())
                  .isPresent();
      case "model-training" ->
          part -> part.card().filter(card -> !card.training().isEmpty()).isPresent();
      case "model-licence" -> part -> part.licence().isPresent();
      case "model-references" -> part -> !part.references().isEmpty();
      case "model-metrics" ->
          part -> part.card().filter(card -> !card.metrics().isEmpty()).isPresent();
      default -> throw new IllegalStateException("no probe " + probe);
    };
  }

  private Predicate<Part> data(String probe) {
    return switch (probe) {
      case "data-name" -> _ -> true;
      case "data-description" -> part -> part.description().isPresent();
      case "data-content" -> part -> !part.files().isEmpty();
      case "data-identifier" -> part -> isHashed(part) || !part.references().isEmpty();
      case "data-hash" ->
          part -> isHashed(part) || part.data().flatMap(DataCard::treeDigest).isPresent();
      case "data-provenance" ->
          part ->
              part.properties().containsKey("origin")
                  || part.data().filter(data -> !data.sources().isEmpty()).isPresent();
      case "data-statistics" ->
          part -> part.data().filter(data -> data.rows().isPresent()).isPresent();
      case "data-sensitivity" -> part -> part.data().flatMap(DataCard::sensitivity).isPresent();
      case "data-used" ->
          part ->
              bill.dependencies().values().stream().anyMatch(needs -> needs.contains(part.ref()));
      case "data-licence" -> part -> part.licence().isPresent();
      default -> throw new IllegalStateException("no probe " + probe);
    };
  }

  private static Predicate<Part> component(String probe) {
    return switch (probe) {
      case "component-name" -> _ -> true;
      case "component-supplier" ->
          part ->
              part.supplier().isPresent() || "trained-here".equals(part.properties().get("origin"));
      case "component-version" -> part -> part.version().isPresent() || isHashed(part);
      case "component-identifier" -> part -> part.purl().isPresent() || isHashed(part);
      case "component-hash" -> part -> part.digest().isPresent() || isHashed(part);
      case "component-licence" -> part -> part.licence().isPresent();
      default -> throw new IllegalStateException("no probe " + probe);
    };
  }

  private static boolean isHashed(Part part) {
    return !part.files().isEmpty()
        && part.files().stream().allMatch(file -> file.sha256().isPresent());
  }
}
