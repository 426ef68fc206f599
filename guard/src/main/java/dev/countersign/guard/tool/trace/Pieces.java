package dev.countersign.guard.tool.trace;

import dev.countersign.guard.tool.label.Sensitivity;
import dev.countersign.guard.tool.label.Trust;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the model has seen in one run, indexed by token as it is added. Append-only. Bounded: beyond
 * {@value #MOST_TOKENS} tokens nothing more is indexed, and everything unknown counts as written by
 * anyone. Not for use by several threads.
 */
public final class Pieces {
  static final int MOST_TOKENS = 4_000_000;
  private static final int MOST_NUMBERS = 2_000;
  private static final int MOST_HITS = 4_096;
  private static final int MOST_SIBLINGS = 200;
  private static final long[] NONE = {};

  private final List<Piece> pieces = new ArrayList<>();
  private final Map<String, Postings> postings = new HashMap<>();
  private final Map<Integer, List<Integer>> records = new HashMap<>();
  private final Set<String> userStems = new HashSet<>();
  private final Map<BigDecimal, Piece> numbers = new LinkedHashMap<>();
  private final Map<LocalDate, Piece> days = new LinkedHashMap<>();
  private final List<Piece> sensitive = new ArrayList<>();
  private Trust lowest = Trust.OPERATOR;
  private int tokens;

  /** Positions of one token: piece and place packed into one number. */
  private static final class Postings {
    private long[] at = new long[2];
    private int size;

    void add(int piece, int place) {
      if (size == at.length) {
        at = Arrays.copyOf(at, size * 2);
      }
      at[size++] = ((long) piece << 32) | place;
    }
  }

  /** Adds what was seen next. */
  public void add(Piece piece) {
    if (!piece.isUser()) {
      lowest = lowest.and(piece.trust());
    }
    tokens += piece.tokens().size();
    if (tokens > MOST_TOKENS) {
      lowest = Trust.PUBLIC;
      return;
    }
    int index = pieces.size();
    pieces.add(piece);
    List<Integer> siblings = records.computeIfAbsent(piece.record(), none -> new ArrayList<>());
    if (siblings.size() < MOST_SIBLINGS) {
      siblings.add(index);
    }
    for (int i = 0; i < piece.tokens().size(); i++) {
      String token = piece.tokens().get(i);
      postings.computeIfAbsent(token, none -> new Postings()).add(index, i);
      if (piece.isUser()) {
        userStems.add(Tokens.stem(token));
      }
    }
    values(piece);
  }

  private void values(Piece piece) {
    if (piece.sensitivity().compareTo(Sensitivity.PERSONAL) >= 0 && !piece.prose()) {
      sensitive.add(piece);
    }
    for (LocalDate day : Dates.in(piece.tokens())) {
      days.putIfAbsent(day, piece);
    }
    for (String token : piece.tokens()) {
      if (numbers.size() < MOST_NUMBERS && Tokens.isNumber(token)) {
        Numbers.of(token).ifPresent(number -> numbers.putIfAbsent(number, piece));
      }
    }
  }

  /** How many pieces there are. */
  public int size() {
    return pieces.size();
  }

  /** The lowest trust of anything that was seen and that the user did not write. */
  public Trust lowest() {
    return lowest;
  }

  /** Values that must not get out, in the order in which they were seen. */
  public List<Piece> sensitive() {
    return sensitive;
  }

  /** Whether the user used this word in one of its forms. */
  public boolean userSaid(String token) {
    return userStems.contains(Tokens.stem(token));
  }

  /** The words of the user by their stems. */
  public Set<String> userStems() {
    return userStems;
  }

  Map<BigDecimal, Piece> numbers() {
    return numbers;
  }

  Map<LocalDate, Piece> days() {
    return days;
  }

  /** Every piece in which these tokens stand one after the other; each once. */
  List<Piece> holding(List<String> run) {
    int rarest = -1;
    int size = Integer.MAX_VALUE;
    for (int i = 0; i < run.size(); i++) {
      int here = sizeOf(run.get(i));
      if (here == 0) {
        return List.of();
      }
      if (here < size) {
        size = here;
        rarest = i;
      }
    }
    return rarest < 0 ? List.of() : verified(run, rarest);
  }

  private List<Piece> verified(List<String> run, int rarest) {
    Postings list = postings.get(run.get(rarest));
    List<Piece> found = new ArrayList<>();
    long[] at = list == null ? NONE : list.at;
    int size = list == null ? 0 : Math.min(list.size, MOST_HITS);
    for (int i = 0; i < size; i++) {
      Piece piece = pieces.get((int) (at[i] >>> 32));
      int start = (int) at[i] - rarest;
      boolean known = !found.isEmpty() && found.get(found.size() - 1) == piece;
      if (!known && matches(piece.tokens(), start, run)) {
        found.add(piece);
      }
    }
    return found;
  }

  private static boolean matches(List<String> tokens, int start, List<String> run) {
    if (start < 0 || start + run.size() > tokens.size()) {
      return false;
    }
    for (int i = 0; i < run.size(); i++) {
      if (!tokens.get(start + i).equals(run.get(i))) {
        return false;
      }
    }
    return true;
  }

  private int sizeOf(String token) {
    return Optional.ofNullable(postings.get(token)).map(list -> list.size).orElse(0);
  }

  /** Whether a value of the same record is one that the user named. */
  boolean isIdentified(Piece piece) {
    for (int i : records.getOrDefault(piece.record(), List.of())) {
      Piece other = pieces.get(i);
      if (!other.prose() && named(other)) {
        return true;
      }
    }
    return false;
  }

  private boolean named(Piece piece) {
    for (String token : piece.tokens()) {
      if (token.length() >= 3
          && !Tokens.isNumber(token)
          && !Words.COMMON.contains(token)
          && userSaid(token)) {
        return true;
      }
    }
    return false;
  }
}
