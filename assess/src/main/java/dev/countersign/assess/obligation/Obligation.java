package dev.countersign.assess.obligation;

import dev.countersign.assess.AssessedThreat;
import dev.countersign.derive.Question;
import java.util.List;

/**
 * One entry of a law or framework that a rule or a control cites, and where the system stands.
 *
 * @param id as cited, for example {@code AIA:15(5)-data-poisoning}
 * @param framework whose it is
 * @param state what it comes to
 * @param threats those whose rule cites it, by rank
 * @param practices controls that cite it and that this system claims, plans or could use, by id
 * @param meant where only controls cite it: the threats that those controls are meant for, by rank
 * @param questions those whose answers could bring a threat under it, in the order of the file
 */
public record Obligation(
    String id,
    Framework framework,
    State state,
    List<AssessedThreat> threats,
    List<Practice> practices,
    List<AssessedThreat> meant,
    List<Question> questions) {
  public Obligation {
    threats = List.copyOf(threats);
    practices = List.copyOf(practices);
    meant = List.copyOf(meant);
    questions = List.copyOf(questions);
  }

  /** The laws and frameworks whose entries are obligations, in the order of reports. */
  public enum Framework {
    EU_AI_ACT("AIA:", "EU AI Act, Article 15(5)", State.NOT_APPLICABLE),
    AI_RMF("RMF:MANAGE", "NIST AI RMF, MANAGE", State.NOT_SHOWN),
    SSDF("SSDF:", "NIST SP 800-218A", State.NOT_SHOWN);

    private final String prefix;
    private final String title;
    private final State otherwise;

    Framework(String prefix, String title, State otherwise) {
      this.prefix = prefix;
      this.title = title;
      this.otherwise = otherwise;
    }

    /** What the ids of its entries begin with. */
    public String prefix() {
      return prefix;
    }

    /** Its name in headings. */
    public String title() {
      return title;
    }

    /**
     * What an entry comes to under which nothing derives: a law asks for an answer to threats, and
     * there is none to answer; a framework asks every organisation for practices, and no threat
     * here calls for this one.
     */
    State otherwise() {
      return otherwise;
    }
  }

  /** What an obligation comes to, the worst first. */
  public enum State {
    /** A threat under it has no answer that holds, or nothing that serves it is in place. */
    OPEN("OPEN", "a threat under it has no answer that holds, or no practice that serves it"),
    /** Nothing under it derives yet, but an open question could bring it about. */
    NOT_KNOWN("not known", "the answer to an open question could bring a threat under it"),
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
    NOT_APPLICABLE("not applicable", "no threat under it derives for this system"),
    /** It asks every organisation for a practice, and nothing that derives here calls for it. */
    NOT_SHOWN(
        "not shown", "nothing here shows it: no threat calls for it and no such control is proven");

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
