package dev.countersign.guard.tool;

import dev.countersign.guard.tool.label.Sensitivity;
import dev.countersign.guard.tool.label.Source;
import dev.countersign.guard.tool.label.Trust;
import dev.countersign.guard.tool.policy.ToolRule;
import dev.countersign.guard.tool.structure.Leaf;
import dev.countersign.guard.tool.structure.Leaves;
import dev.countersign.guard.tool.trace.Piece;
import dev.countersign.guard.tool.trace.Pieces;
import dev.countersign.guard.tool.trace.Tokens;
import dev.countersign.guard.tool.trace.Tracer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What the model has seen in one run, as labelled values. Append-only: make one for each run with
 * {@link ToolGate#start}, tell it everything that goes into the model, in order, and ask the gate
 * before each call. What the model itself wrote is not told: it vouches for nothing. Its methods
 * may be called from several threads, one after the other.
 */
public final class Conversation {
  private final Function<ToolCall, ToolRule> rules;
  private final Pieces pieces = new Pieces();
  private final Tracer tracer = new Tracer(pieces);
  private final Usage usage = new Usage();
  private final Set<String> endorsedTools = new HashSet<>();
  private int records;

  Conversation(Function<ToolCall, ToolRule> rules) {
    this.rules = rules;
  }

  /** The system prompt, or a part of it. */
  public synchronized void system(String text) {
    text(Source.system(), Trust.OPERATOR, text);
  }

  /** What the user said. */
  public synchronized void user(String text) {
    text(Source.user(), Trust.OPERATOR, text);
  }

  /**
   * Text that was put before the model otherwise: from a corpus, a memory, an attachment.
   *
   * @param name of the corpus, as policies name it
   * @param trust the lowest trust of its writers
   * @param sensitivity how harmful its disclosure is
   */
  public synchronized void content(String name, Trust trust, Sensitivity sensitivity, String text) {
    int record = records++;
    add(
        new Piece(
            pieces.size(),
            Source.tool(name, ""),
            trust,
            sensitivity,
            true,
            record,
            Tokens.of(text)));
  }

  /** What a call returned, as text: structure in it is found. */
  public synchronized void result(ToolCall call, String output) {
    ToolRule rule = rules.apply(call);
    Trust selected = Selection.of(call, tracer, pieces);
    List<Leaf> leaves = Leaves.of(output);
    Labels labels = new Labels(call.name(), rule.result(), leaves, selected);
    int first = records;
    for (Leaf leaf : leaves) {
      labels.pieces(leaf, first + leaf.record(), pieces.size()).forEach(this::add);
      records = Math.max(records, first + leaf.record() + 1);
    }
  }

  /** A person has endorsed a value: for the rest of the run it counts as the user's own. */
  public synchronized void endorse(String value) {
    tracer.endorse(value);
  }

  /** A person has endorsed everything that a ruling asks about. */
  public synchronized void endorse(Ruling ruling) {
    for (Reason reason : ruling.asks()) {
      if (reason.rule() == Reason.Rule.CAUSE) {
        endorsedTools.add(ruling.call().name());
      } else {
        tracer.endorse(reason.value());
      }
    }
  }

  boolean isEndorsed(String tool) {
    return endorsedTools.contains(tool);
  }

  Pieces pieces() {
    return pieces;
  }

  Tracer tracer() {
    return tracer;
  }

  Usage usage() {
    return usage;
  }

  private void text(Source source, Trust trust, String text) {
    add(
        new Piece(
            pieces.size(), source, trust, Sensitivity.PUBLIC, true, records++, Tokens.of(text)));
  }

  private void add(Piece piece) {
    pieces.add(piece);
  }
}
