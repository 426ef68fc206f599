package dev.countersign.assess.signoff;

/**
 * What changed since a signature, so that it no longer covers an answer.
 *
 * @param sort what kind of change it is
 * @param subject the element, fact, control, family or argument that changed
 * @param text one sentence that says what changed and, where that can be said, from what to what
 */
public record StaleCause(Sort sort, String subject, String text) {
  /** Kinds of change; what people do comes before what follows from it. */
  public enum Sort {
    /** The day by which everything was to be reviewed has passed. */
    CHECKPOINT("checkpoint"),
    /** An element came or went: a tool, a dataset, a caller. */
    ELEMENT("element"),
    /** The bytes of a model are others than those that were signed. */
    RETRAINED("retrained"),
    /** The bytes of a dataset are others than those that were signed. */
    DATA("data"),
    /** A flow says something else, or the way in leads elsewhere. */
    FLOW("flow"),
    /** A fact says something else. */
    FACT("fact"),
    /** The rule of the family triggers or is stopped otherwise. */
    RULE("rule"),
    /** The rule cites other techniques or other editions of a catalogue. */
    CATALOGUE("catalogue"),
    /** The answer says something else. */
    ANSWER("answer"),
    /** A document, an acceptance, a plan or an assumption has passed its last day. */
    EXPIRED("expired"),
    /** A control is no longer proven, or is now. */
    CONTROL("control"),
    /** A control is proven by other bytes. */
    EVIDENCE("evidence"),
    /** The policy lets the body that accepted a risk accept more or less. */
    POLICY("policy"),
    /** It reaches other decisions, or these say something else. */
    DECISION("decision"),
    /** It ranks higher or lower. */
    RANK("rank");

    private final String word;

    Sort(String word) {
      this.word = word;
    }

    /** The word in JSON. */
    public String word() {
      return word;
    }
  }
}
