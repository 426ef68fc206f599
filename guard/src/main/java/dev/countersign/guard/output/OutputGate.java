package dev.countersign.guard.output;

import dev.countersign.guard.Deadline;
import dev.countersign.guard.Gate;
import dev.countersign.guard.output.content.LeakIndex;
import dev.countersign.guard.output.policy.Destination;
import dev.countersign.guard.output.policy.OutputPolicy;
import dev.countersign.guard.profile.GuardProfile;
import dev.countersign.guard.profile.UnusableProfile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides whether what a model says may go where it is about to go. Immutable; several threads may
 * use one.
 *
 * <pre>{@code
 * OutputGate gate = OutputGate.standard().guarding(systemPrompt);
 * Checked checked = gate.check(answer, Destination.MARKDOWN);
 * if (checked.decision() == Decision.REJECT) …
 * }</pre>
 */
public final class OutputGate {
  private final OutputPolicy policy;
  private final LeakIndex leaks;

  private OutputGate(OutputPolicy policy, LeakIndex leaks) {
    this.policy = policy;
    this.leaks = leaks;
  }

  /** With the policy that holds where nobody wrote one. */
  public static OutputGate standard() {
    return of(OutputPolicy.standard());
  }

  /** With a policy. */
  public static OutputGate of(OutputPolicy policy) {
    return new OutputGate(policy, LeakIndex.of(Optional.empty(), policy.canaries()));
  }

  /**
   * With the policy of a profile, which was verified: {@link
   * dev.countersign.guard.profile.ProfileFile}.
   *
   * @throws UnusableProfile if it is for another gate, or says what this version does not know
   */
  public static OutputGate of(GuardProfile profile) throws UnusableProfile {
    if (profile.gate() != Gate.OUTPUT) {
      throw new UnusableProfile(
          "The profile is for the %s, and the output gate was to be made from it."
              .formatted(profile.gate().word()));
    }
    return of(OutputPolicy.read(profile.settings()));
  }

  /** The same, which also knows what must not leak. */
  public OutputGate guarding(String systemPrompt, String... canaries) {
    List<String> all = Stream.concat(policy.canaries().stream(), Stream.of(canaries)).toList();
    return new OutputGate(policy, LeakIndex.of(Optional.of(systemPrompt), all));
  }

  /** What it decides by. */
  public OutputPolicy policy() {
    return policy;
  }

  /** Decides about a whole text, however long it takes. */
  public Checked check(String text, Destination destination) {
    return check(text, destination, Deadline.none());
  }

  /** Decides about a whole text; if the deadline passes, as the fail mode of the policy says. */
  public Checked check(String text, Destination destination, Deadline deadline) {
    CheckedStream stream = new CheckedStream(policy.of(destination), leaks, destination, deadline);
    stream.take(text);
    return stream.finish();
  }

  /**
   * Decides about a text that comes in parts. What it finds is what {@link #check} finds in the
   * whole.
   */
  public CheckedStream stream(Destination destination) {
    return stream(destination, Deadline.none());
  }

  /** The same within a time for all of it. */
  public CheckedStream stream(Destination destination, Deadline deadline) {
    return new CheckedStream(policy.of(destination), leaks, destination, deadline);
  }

  /** A text as it may go there whatever is in it, where the destination has such an encoding. */
  public static Optional<String> encode(String text, Destination destination) {
    return Encoding.of(text, destination);
  }
}
