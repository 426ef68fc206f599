package dev.countersign.assess.signoff;

import dev.countersign.model.SystemInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One of the two signatures under a threat model.
 *
 * @param role whose it is
 * @param named who is to sign, as the file says
 * @param state what it is worth today
 */
public record SignOff(Role role, Optional<String> named, State state) {
  /** Who signs. */
  public enum Role {
    ML_LEAD("ml-lead", "ML lead"),
    SECURITY_LEAD("security-lead", "Security lead");

    private final String word;
    private final String title;

    Role(String word, String title) {
      this.word = word;
      this.title = title;
    }

    /** The word in YAML and JSON. */
    public String word() {
      return word;
    }

    /** The name in sentences and headings. */
    public String title() {
      return title;
    }
  }

  /** What a signature is worth. */
  public sealed interface State {
    /** Nobody has signed. */
    record Unsigned() implements State {}

    /**
     * It holds for the system as it is.
     *
     * @param by whom the trust policy takes the key for
     */
    record Signed(String by, LocalDate on) implements State {}

    /**
     * It was given for a system that has changed since.
     *
     * @param causes what changed, each one short sentence
     */
    record Void(String by, LocalDate on, List<String> causes) implements State {
      public Void {
        causes = List.copyOf(causes);
      }
    }
  }

  /** The two blocks of a system that nobody has signed. */
  public static List<SignOff> unsigned(SystemInfo info) {
    return List.of(
        new SignOff(Role.ML_LEAD, info.mlLead(), new State.Unsigned()),
        new SignOff(Role.SECURITY_LEAD, info.securityLead(), new State.Unsigned()));
  }
}
