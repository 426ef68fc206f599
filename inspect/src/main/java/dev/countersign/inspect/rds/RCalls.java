package dev.countersign.inspect.rds;

import dev.countersign.inspect.Examination;
import dev.countersign.inspect.Rule;
import java.util.List;
import java.util.Set;

/**
 * Judges calls in language objects of R.
 *
 * @param examination where dangerous ones are told
 */
record RCalls(Examination examination) {
  private static final Set<String> BY_NAME =
      Set.of(
          "do.call",
          "match.fun",
          "get",
          "get0",
          "Reduce",
          "Map",
          "lapply",
          "sapply",
          "Recall",
          "getFunction",
          "mget");

  /** A call by its parts, the function first; what it gives where that is a name. */
  RItem called(List<RItem> parts, RPlace place, long offset) {
    String function = parts.getFirst().symbol();
    boolean qualified = (function.equals("::") || function.equals(":::")) && parts.size() == 3;
    if (qualified) {
      String name = parts.get(2).symbol() + parts.get(2).text();
      return RItem.symbol(parts.get(1).symbol() + parts.get(1).text() + "::" + name);
    }
    judge(function, function, place, offset);
    if (BY_NAME.contains(function)) {
      parts.stream()
          .skip(1)
          .limit(3)
          .map(part -> part.text() + part.symbol())
          .forEach(name -> judge(name, function + "(" + name + ")", place, offset));
    }
    return RItem.NOTHING;
  }

  private void judge(String function, String subject, RPlace place, long offset) {
    if (place != RPlace.KEPT && RFunctions.dangerous(function, place)) {
      examination.reportCall(rule(place), offset, subject, function);
    }
  }

  private static Rule rule(RPlace place) {
    return switch (place) {
      case PROMISE, FRAME_PROMISE -> RRules.PROMISE_CALL;
      case FUNCTION -> RRules.FUNCTION;
      case DATA, FRAME, TABLE, KEPT -> RRules.LANGUAGE;
    };
  }
}
