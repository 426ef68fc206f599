package dev.countersign.assess.signoff;

import dev.countersign.attest.trust.Role;
import dev.countersign.model.SystemInfo;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who signed a system and what that is worth today.
 *
 * @param roles one for each role that signed or has to: ML lead and security lead first
 * @param refused files that prove nothing, by name
 * @param same names of those whose signature stands in more than one role: there somebody checked
 *     their own work
 * @param statements what is admitted, the newest first
 */
public record SignOffs(
    List<SignOff> roles,
    List<RefusedSignOff> refused,
    List<String> same,
    List<SignedStatement> statements) {
  /** The two roles under every threat model. */
  public static final List<Role> LEADS = List.of(Role.ML_LEAD, Role.SECURITY_LEAD);

  public SignOffs {
    roles = List.copyOf(roles);
    refused = List.copyOf(refused);
    same = List.copyOf(same);
    statements = List.copyOf(statements);
  }

  /** Of a system that nobody has signed and of which no policy asks more than two signatures. */
  public static SignOffs unsigned(SystemInfo info) {
    return unsigned(info, Set.of());
  }

  /** Of a system that nobody has signed. */
  static SignOffs unsigned(SystemInfo info, Set<Role> required) {
    List<SignOff> roles =
        Stream.concat(LEADS.stream(), required.stream().sorted())
            .distinct()
            .map(role ->
                new SignOff(
                    role,
                    SignOff.named(role, info),
                    required.contains(role),
                    new SignOff.State.Unsigned(),
                    List.of()))
            .toList();
    return new SignOffs(roles, List.of(), List.of(), List.of());
  }

  /** The signature of a role. */
  public Optional<SignOff> of(Role role) {
    return roles.stream().filter(signOff -> signOff.role() == role).findFirst();
  }

  /** Whether anybody has signed anything that is admitted. */
  public boolean any() {
    return !statements.isEmpty();
  }

  /** Whether both leads, and whoever the policy asks for, have signed the system as it is. */
  public boolean complete() {
    return same.isEmpty()
        && roles.stream()
            .filter(signOff -> signOff.required() || LEADS.contains(signOff.role()))
            .allMatch(signOff -> signOff.state() instanceof SignOff.State.Signed);
  }
}
