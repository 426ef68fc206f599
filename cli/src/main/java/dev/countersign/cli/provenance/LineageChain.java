package dev.countersign.cli.provenance;

import dev.countersign.model.SafeText;
import dev.countersign.provenance.lineage.Lineage;
import dev.countersign.provenance.lineage.Lineage.Item;
import dev.countersign.provenance.lineage.Standing.State;
import dev.countersign.report.diagram.chain.Chain;
import dev.countersign.report.diagram.chain.Chain.Arrow;
import dev.countersign.report.diagram.chain.Chain.Card;
import dev.countersign.report.diagram.chain.Chain.Shape;
import dev.countersign.report.diagram.chain.Chain.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A lineage as a picture. */
public final class LineageChain {
  private static final int LONGEST = 160;

  private LineageChain() {}

  /** The picture's content. */
  public static Chain of(Lineage lineage) {
    Item first = lineage.items().getFirst();
    return new Chain(
        safe(first.name()) + ": what it was made of",
        caption(lineage),
        lineage.items().stream().map(LineageChain::card).toList(),
        lineage.links().stream().map(link -> new Arrow(link.from(), link.to())).toList());
  }

  private static String caption(Lineage lineage) {
    if (lineage.holds()) {
      return "Every statement along the way was found, and the trust policy admits who signed it.";
    }
    Map<State, Long> counts =
        lineage.items().stream()
            .collect(Collectors.groupingBy(item -> item.standing().state(), Collectors.counting()));
    String problems =
        Stream.of(
                told(counts, State.MISSING, "without a statement"),
                told(counts, State.REFUSED, "whose signature does not count"),
                told(counts, State.UNSIGNED, "not signed"),
                told(counts, State.SIGNED, "signed by nobody knows whom"))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", "));
    return "It does not hold%s. A dashed outline is something that nobody has vouched for."
        .formatted(problems.isEmpty() ? "" : ": " + problems);
  }

  private static Optional<String> told(Map<State, Long> counts, State state, String what) {
    return Optional.ofNullable(counts.get(state)).map(count -> count + " " + what);
  }

  private static Card card(Item item) {
    List<String> details = new ArrayList<>();
    item.digest().ifPresent(digest -> details.add(shortened(digest)));
    item.facts().stream().map(LineageChain::safe).forEach(details::add);
    boolean deed = item.kind() == Lineage.Kind.STEP || item.kind() == Lineage.Kind.RUN;
    return new Card(
        item.id(),
        deed ? Shape.DEED : Shape.THING,
        tone(item),
        item.kind().word(),
        safe(item.name()),
        details,
        safe(LineageText.words(item.standing())));
  }

  private static Tone tone(Item item) {
    return switch (item.standing().state()) {
      case ADMITTED, IMPLIED -> Tone.FIRM;
      case SIGNED, UNSIGNED -> Tone.LOOSE;
      case MISSING, REFUSED -> Tone.BROKEN;
    };
  }

  private static String shortened(String digest) {
    int colon = digest.indexOf(':');
    return digest.length() > colon + 13 ? digest.substring(0, colon + 13) + "…" : digest;
  }

  private static String safe(String text) {
    boolean fits = text.codePointCount(0, text.length()) <= LONGEST;
    return SafeText.of(
        fits ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…");
  }
}
