package dev.countersign.cli.provenance;

import dev.countersign.model.SafeText;
import dev.countersign.provenance.lineage.Lineage;
import dev.countersign.provenance.lineage.Lineage.Item;
import dev.countersign.report.diagram.chain.Chain;
import dev.countersign.report.diagram.chain.Chain.Arrow;
import dev.countersign.report.diagram.chain.Chain.Card;
import dev.countersign.report.diagram.chain.Chain.Shape;
import dev.countersign.report.diagram.chain.Chain.Tone;
import java.util.ArrayList;
import java.util.List;

/** A lineage as a picture. */
public final class LineageChain {
  private static final int LONGEST = 160;

  private LineageChain() {}

  /** The picture's content. */
  public static Chain of(Lineage lineage) {
    Item first = lineage.items().getFirst();
    return new Chain(
        safe(first.name()) + ": what it was made of",
        lineage.holds()
            ? "Every statement along the way was found, and the trust policy admits who signed it."
            : "A dashed outline is something that nobody has vouched for.",
        lineage.items().stream().map(LineageChain::card).toList(),
        lineage.links().stream().map(link -> new Arrow(link.from(), link.to())).toList());
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
      case ADMITTED, IMPLIED, SIGNED -> Tone.FIRM;
      case UNSIGNED -> Tone.LOOSE;
      case MISSING, REFUSED -> Tone.BROKEN;
    };
  }

  private static String shortened(String digest) {
    int colon = digest.indexOf(':');
    return digest.length() > colon + 13 ? digest.substring(0, colon + 13) + "…" : digest;
  }

  private static String safe(String text) {
    String cut =
        text.length() > LONGEST
            ? text.substring(0, text.offsetByCodePoints(0, LONGEST / 2)) + "…"
            : text;
    return SafeText.of(cut);
  }
}
