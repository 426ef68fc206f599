package dev.countersign.assess.change;

import dev.countersign.derive.Derivation;
import dev.countersign.derive.Question;
import dev.countersign.derive.Threat;
import dev.countersign.model.SystemModel;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What would derive if some of the changes had not been made, by the rules of the later version.
 * Each is tried once. The number of trials is bounded by their work, never by the clock, so that
 * the same input gives the same answer on any machine.
 */
final class Trials {
  /** The most trials, each multiplied with the elements of the system. */
  static final int MOST_WORK = 30_000;

  /** The most trials, however small the system is. */
  static final int MOST_TRIALS = 400;

  private final SystemModel before;
  private final SystemModel after;
  private final List<Edit> edits;
  private final Function<SystemModel, Derivation> rules;
  private final Map<BitSet, Trial> tried = new HashMap<>();
  private final int most;

  Trials(
      SystemModel before,
      SystemModel after,
      List<Edit> edits,
      Function<SystemModel, Derivation> rules) {
    this.before = before;
    this.after = after;
    this.edits = edits;
    this.rules = rules;
    this.most = Math.min(MOST_TRIALS, MOST_WORK / Math.max(1, after.elements().size()));
  }

  /** What one system derives to. */
  record Trial(Map<String, Threat> threats, Set<String> questions) {
    static Trial of(Derivation derivation) {
      Map<String, Threat> threats = new HashMap<>();
      derivation.threats().forEach(t -> t.ids().forEach(id -> threats.put(id, t)));
      return new Trial(
          threats, derivation.questions().stream().map(Question::id).collect(Collectors.toSet()));
    }

    Optional<Threat> threat(String id) {
      return Optional.ofNullable(threats.get(id));
    }
  }

  List<Edit> edits() {
    return edits;
  }

  /** Whether every change can be tried by itself, in both directions. */
  boolean affordable() {
    return 2L * edits.size() + 1 <= most;
  }

  /** Whether no more may be tried than what {@link #affordable} promises. */
  boolean spent() {
    return tried.size() >= most;
  }

  /** The later system with these changes undone. */
  Trial without(BitSet undone) {
    Trial known = tried.get(undone);
    if (known == null) {
      List<Edit> list = undone.stream().mapToObj(edits::get).toList();
      known = Trial.of(rules.apply(Undoing.of(list, before, after)));
      tried.put((BitSet) undone.clone(), known);
    }
    return known;
  }

  /** The earlier system with only these changes made. */
  Trial with(BitSet made) {
    BitSet undone = all();
    undone.andNot(made);
    return without(undone);
  }

  /** Every change. */
  BitSet all() {
    BitSet all = new BitSet(edits.size());
    all.set(0, edits.size());
    return all;
  }

  /** One change. */
  static BitSet only(int edit) {
    BitSet one = new BitSet();
    one.set(edit);
    return one;
  }
}
