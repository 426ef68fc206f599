package dev.countersign.report.onepage;

import dev.countersign.model.Element;
import dev.countersign.model.FactValue;
import java.math.BigDecimal;
import java.util.Comparator;

/**
 * How much a decision puts at stake, as its file says; an order to read in, not an estimate. First
 * come those by which somebody may be hurt, then those that could cost most a day if all of them
 * went wrong (currencies are taken at par), then what cannot be undone, then what nobody watches.
 */
final class Gravity {
  /** The gravest first, by id where nothing else tells them apart. */
  static final Comparator<Element> GRAVEST_FIRST =
      Comparator.comparing(Gravity::mayHurt)
          .thenComparing(Gravity::mostPerDay)
          .thenComparing(Gravity::finality)
          .thenComparing(Gravity::automation)
          .reversed()
          .thenComparing(Element::id);

  private Gravity() {}

  private static boolean mayHurt(Element decision) {
    return decision.words("if-wrong.harm").contains("safety");
  }

  /** The higher amount, for each decision of a day where it is for each; 0 where none is given. */
  private static BigDecimal mostPerDay(Element decision) {
    if (!(decision.value("if-wrong.financial").orElse(null) instanceof FactValue.Money money)) {
      return BigDecimal.ZERO;
    }
    boolean each = decision.word("if-wrong.per").orElse("decision").equals("decision");
    return each && decision.value("volume").orElse(null) instanceof FactValue.Rate rate
        ? money.high().multiply(BigDecimal.valueOf(rate.perDay()))
        : money.high();
  }

  /** What is unknown stands between what can be undone and what cannot. */
  private static int finality(Element decision) {
    return switch (decision.word("reversible").orElse("")) {
      case "no" -> 3;
      case "partly" -> 2;
      case "yes" -> 0;
      default -> 1;
    };
  }

  private static int automation(Element decision) {
    return switch (decision.word("automation").orElse("")) {
      case "automatic" -> 4;
      case "human-overrides" -> 3;
      case "human-approves" -> 1;
      case "advisory" -> 0;
      default -> 2;
    };
  }
}
