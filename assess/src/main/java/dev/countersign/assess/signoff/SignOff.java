package dev.countersign.assess.signoff;

import dev.countersign.attest.trust.Role;
import dev.countersign.model.SystemInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The signature of one role under a threat model.
 *
 * @param role whose it is
 * @param named who is to sign, as the file says
 * @param required whether the policy asks for it
 * @param state what it is worth today
 * @param items what the role has to sign, item by item; empty where nobody has signed anything
 */
public record SignOff(
    Role role, Optional<String> named, boolean required, State state, List<Standing> items) {
  public SignOff {
    items = List.copyOf(items);
  }

  /** What a signature is worth. */
  public sealed interface State {
    /** Nobody has signed. */
    record Unsigned() implements State {}

    /**
     * It holds for the system as it is.
     *
     * @param by whom the trust policy takes the last signature for
     * @param on the day of the last signature, in UTC
     */
    record Signed(String by, LocalDate on) implements State {}

    /**
     * It no longer covers all of the system as it is.
     *
     * @param by whom the trust policy takes the last signature for
     * @param on the day of the last signature, in UTC
     * @param stands how many items it still covers
     * @param gone how many it covered until something changed
     * @param fresh how many nobody has signed
     * @param reasons what changed, what voids most first
     */
    record Void(String by, LocalDate on, int stands, int gone, int fresh, List<Reason> reasons)
        implements State {
      public Void {
        reasons = List.copyOf(reasons);
      }
    }
  }

  /**
   * A change that made signatures void.
   *
   * @param cause what changed
   * @param items ids of the items that are void because of it
   */
  public record Reason(StaleCause cause, List<String> items) {
    public Reason {
      items = List.copyOf(items);
    }
  }

  /** How many of its items stand so. */
  public long count(Standing.Sort sort) {
    return items.stream().filter(standing -> standing.sort() == sort).count();
  }

  /** The name of the role in sentences and headings: {@code ML lead}. */
  public String title() {
    return title(role);
  }

  /** The name of a role in sentences and headings. */
  public static String title(Role role) {
    return switch (role) {
      case ML_LEAD -> "ML lead";
      case CI -> "CI";
      case SECURITY_LEAD, DATA_STEWARD, RISK_BODY, GUARD, MONITOR -> capitalised(role);
    };
  }

  private static String capitalised(Role role) {
    String words = role.word().replace('-', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /** Who is to sign in a role, as the file says. */
  static Optional<String> named(Role role, SystemInfo info) {
    return switch (role) {
      case ML_LEAD -> info.mlLead();
      case SECURITY_LEAD -> info.securityLead();
      case DATA_STEWARD, RISK_BODY, CI, GUARD, MONITOR -> Optional.empty();
    };
  }
}
