package dev.countersign.assess.loss;

import dev.countersign.model.Element;
import dev.countersign.model.FactValue;
import dev.countersign.model.FactValue.Money;
import dev.countersign.model.FactValue.Rate;
import java.util.Optional;

/**
 * What a decision puts at stake, as its file says.
 *
 * @param decision the element
 * @param money what a wrong one costs
 * @param per what that amount is for
 * @param perDay how many decisions are made a day; 0 where only the amount matters and no volume is
 *     given
 */
record Stake(Element decision, Money money, Per per, double perDay) {
  private static final int DAYS = 365;

  /** What an amount is for. */
  enum Per {
    DECISION,
    INCIDENT,
    DAY
  }

  /** The stake, if the amount is given and, where it is for each decision, the volume too. */
  static Optional<Stake> of(Element decision) {
    if (!(decision.value("if-wrong.financial").orElse(null) instanceof Money money)) {
      return Optional.empty();
    }
    Per per =
        switch (decision.word("if-wrong.per").orElse("decision")) {
          case "incident" -> Per.INCIDENT;
          case "day" -> Per.DAY;
          default -> Per.DECISION;
        };
    if (decision.value("volume").orElse(null) instanceof Rate rate) {
      return Optional.of(new Stake(decision, money, per, rate.perDay()));
    }
    return per == Per.DECISION ? Optional.empty() : Optional.of(new Stake(decision, money, per, 0));
  }

  String currency() {
    return money.currency();
  }

  double low() {
    return money.low().doubleValue();
  }

  double high() {
    return money.high().doubleValue();
  }

  /** More cannot be lost in a year: every decision wrong, or an incident on every day. */
  double mostPerYear() {
    return high() * DAYS * (per == Per.DECISION ? perDay : 1);
  }

  /** The volume as written. */
  Optional<String> volume() {
    return decision.value("volume").orElse(null) instanceof FactValue.Rate(var _, var text)
        ? Optional.of(text)
        : Optional.empty();
  }
}
