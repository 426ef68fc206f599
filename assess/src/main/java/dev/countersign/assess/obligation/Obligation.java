package dev.countersign.assess.obligation;

import dev.countersign.assess.AssessedThreat;
import java.util.List;

/**
 * One entry of a law or framework that a rule or a control cites, and where the system stands.
 *
 * @param id as cited, for example {@code AIA:15(5)-data-poisoning}
 * @param framework whose it is
 * @param state what it comes to
 * @param threats those whose rule cites it, by rank
 * @param practices controls that cite it and that this system claims, plans or could use, by id
 */
public record Obligation(
    String id,
    Framework framework,
    State state,
    List<AssessedThreat> threats,
    List<Practice> practices) {
  public Obligation {
    threats = List.copyOf(threats);
    practices = List.copyOf(practices);
  }

  /** The laws and frameworks whose entries are obligations, in the order of reports. */
  public enum Framework {
    EU_AI_ACT("AIA:", "EU AI Act, Article 15(5)"),
    AI_RMF("RMF:MANAGE", "NIST AI RMF, MANAGE"),
    SSDF("SSDF:", "NIST SP 800-218A");

    private final String prefix;
    private final String title;

    Framework(String prefix, String title) {
      this.prefix = prefix;
      this.title = title;
    }

    /** What the ids of its entries begin with. */
    public String prefix() {
      return prefix;
    }

    /** Its name in headings. */
    public String title() {
      return title;
    }
  }

  /** What an obligation comes to, the worst first. */
  public enum State {
    /** A threat under it has no answer that holds, or nothing that serves it is in place. */
    OPEN("OPEN", "a threat under it has no answer that holds, or no practice that serves it"),
    /** The worst that stands under it is planned. */
    PLANNED("planned", "what is missing is planned, with an owner and a day"),
    /** The worst that stands under it is accepted until a day. */
    ACCEPTED("accepted", "a named body lives with what remains, until a day"),
    /** No control that serves it is proven, but what it would answer is answered otherwise. */
    OTHERWISE("answered otherwise", "other proven controls answer the threats it is meant for"),
    /** Everything under it is answered by proven controls. */
    MET(
        "met",
        "proven controls answer every threat under it, or a practice that serves it is proven"),
    /** Nothing under it derives. */
    NOT_APPLICABLE("not applicable", "no threat under it derives for this system");

    private final String word;
    private final String meaning;

    State(String word, String meaning) {
      this.word = word;
      this.meaning = meaning;
    }

    /** The word in reports; in capitals where it needs work. */
    public String word() {
      return word;
    }

    /** When an obligation is in this state, a phrase. */
    public String meaning() {
      return meaning;
    }
  }

  /**
   * A control that serves an obligation.
   *
   * @param id {@code control@element} where it is claimed or planned, else the control alone
   * @param state how it stands
   */
  public record Practice(String id, Standing state) {}

  /** How a practice stands. */
  public enum Standing {
    PROVEN("proven"),
    UNPROVEN("UNPROVEN"),
    PLANNED("planned"),
    ABSENT("not in place");

    private final String word;

    Standing(String word) {
      this.word = word;
    }

    /** The word in reports. */
    public String word() {
      return word;
    }
  }
}
