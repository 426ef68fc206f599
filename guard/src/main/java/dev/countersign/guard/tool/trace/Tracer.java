package dev.countersign.guard.tool.trace;

import dev.countersign.guard.tool.label.Source;
import dev.countersign.guard.tool.label.Trust;
import dev.countersign.guard.tool.trace.Trace.How;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Follows values back to what the model has seen.
 *
 * <p>The user's words count most. Then a value in a field of a record counts as the record's
 * writer, unless running text of lower trust says the same value: that text may have asked for it,
 * so it counts. A value that was used before such text came keeps what it had. What is made of
 * parts has the lowest trust of its parts; what is found nowhere has the lowest trust of all that
 * was seen.
 */
public final class Tracer {
  private static final int MOST_TOKENS = 2_000;
  private static final int MOST_SETTLED = 32;
  private static final Set<String> TRIVIAL =
      Set.of("", "true", "false", "yes", "no", "none", "null", "0", "1");

  private final Pieces pieces;
  private final Set<List<String>> endorsed = new HashSet<>();
  private final Map<List<String>, Trace> settled = new HashMap<>();

  /** Over what was and will be seen. */
  public Tracer(Pieces pieces) {
    this.pieces = pieces;
  }

  /** From now on a value counts as one that the user said. */
  public void endorse(String value) {
    endorsed.add(significant(value));
  }

  /**
   * Remembers what a value counts for where it is used, before other text can say it. Only values
   * that stand somewhere as a whole and reach this trust.
   */
  public void settle(String value, Trust needed) {
    List<String> tokens = significant(value);
    if (tokens.isEmpty() || tokens.size() > MOST_SETTLED || settled.containsKey(tokens)) {
      return;
    }
    List<Piece> found = pieces.holding(tokens);
    if (!found.isEmpty()) {
      Trace trace = weighed(How.FOUND, found, needed);
      if (trace.reaches(needed)) {
        settled.put(tokens, trace);
      }
    }
  }

  /** Follows a value back, for an argument that needs at least this trust. */
  public Trace trace(String value, Trust needed) {
    List<String> tokens = significant(value);
    if (tokens.size() > MOST_TOKENS) {
      return new Trace(How.NOT_FOUND, false, Trust.PUBLIC, List.of());
    }
    if (tokens.isEmpty() || tokens.size() == 1 && TRIVIAL.contains(tokens.get(0))) {
      return new Trace(How.TRIVIAL, false, Trust.OPERATOR, List.of());
    }
    if (endorsed.contains(tokens)) {
      return new Trace(How.FOUND, true, Trust.OPERATOR, List.of(Source.user()));
    }
    Trace earlier = settled.get(tokens);
    if (earlier != null && earlier.reaches(needed)) {
      return earlier;
    }
    List<Piece> found = pieces.holding(tokens);
    return found.isEmpty() ? derived(tokens, needed) : weighed(How.FOUND, found, needed);
  }

  private Trace derived(List<String> tokens, Trust needed) {
    if (tokens.size() == 1) {
      return number(tokens.get(0)).orElseGet(this::unknown);
    }
    return day(tokens, needed).orElseGet(() -> composed(tokens, needed));
  }

  private Trace unknown() {
    return new Trace(How.NOT_FOUND, false, pieces.lowest(), List.of());
  }

  private Optional<Trace> number(String token) {
    Optional<BigDecimal> value = Numbers.of(token);
    return value
        .flatMap(number -> Numbers.derived(number, pieces.numbers()))
        .map(operands -> {
          Trust lower = Trust.OPERATOR;
          List<Source> sources = new ArrayList<>();
          for (Piece operand : operands) {
            lower = operand.isUser() ? lower : lower.and(operand.trust());
            sources.add(operand.source());
          }
          return new Trace(How.COMPUTED, false, lower, sources);
        });
  }

  private Optional<Trace> day(List<String> tokens, Trust needed) {
    List<LocalDate> days = Dates.in(tokens);
    if (days.size() != 1 || tokens.size() > 6) {
      return Optional.empty();
    }
    Piece exact = pieces.days().get(days.get(0));
    if (exact != null) {
      return Optional.of(weighed(How.FOUND, List.of(exact), needed));
    }
    for (Map.Entry<LocalDate, Piece> seen : pieces.days().entrySet()) {
      Piece piece = seen.getValue();
      boolean good = piece.isUser() || !piece.trust().below(needed);
      if (good && Dates.near(seen.getKey(), days.get(0))) {
        return Optional.of(new Trace(How.COMPUTED, false, piece.trust(), List.of(piece.source())));
      }
    }
    return Optional.empty();
  }

  /** The longest parts that stand somewhere, one after the other. */
  private Trace composed(List<String> tokens, Trust needed) {
    Trace whole = new Trace(How.TRIVIAL, false, Trust.OPERATOR, List.of());
    int at = 0;
    while (at < tokens.size()) {
      int end = at + 1;
      List<Piece> found = pieces.holding(tokens.subList(at, end));
      while (end < tokens.size()) {
        List<Piece> longer = pieces.holding(tokens.subList(at, end + 1));
        if (longer.isEmpty()) {
          break;
        }
        found = longer;
        end++;
      }
      whole = whole.and(part(tokens.get(at), found, needed));
      at = end;
    }
    return whole;
  }

  private Trace part(String token, List<Piece> found, Trust needed) {
    if (!found.isEmpty()) {
      return weighed(How.COMPOSED, found, needed);
    }
    return pieces.userSaid(token)
        ? new Trace(How.COMPOSED, true, Trust.OPERATOR, List.of(Source.user()))
        : unknown();
  }

  private Trace weighed(How how, List<Piece> found, Trust needed) {
    Piece best = found.get(0);
    Piece worst = best;
    boolean record = false;
    for (Piece piece : found) {
      if (piece.isUser()) {
        return new Trace(how, true, Trust.OPERATOR, List.of(piece.source()));
      }
      boolean better = best.prose() && !piece.prose() || best.trust().below(piece.trust());
      best = better ? piece : best;
      worst = piece.prose() && piece.trust().below(worst.trust()) ? piece : worst;
      record |= !piece.prose() && !piece.trust().below(needed);
    }
    if (best != worst && worst.prose() && worst.trust().below(needed)) {
      return new Trace(how, false, worst.trust(), List.of(worst.source(), best.source()));
    }
    if (!record && !best.prose() && best.trust().below(needed)) {
      for (Piece piece : found) {
        if (!piece.prose() && pieces.isIdentified(piece)) {
          return new Trace(how, false, Trust.PARTNER, List.of(piece.source()));
        }
      }
    }
    return new Trace(how, false, best.trust(), List.of(best.source()));
  }

  private static List<String> significant(String value) {
    List<String> tokens = new ArrayList<>(Tokens.of(value));
    tokens.removeIf(Tokens::isGlue);
    return tokens;
  }
}
