package dev.countersign.guard.output;

import dev.countersign.guard.Deadline;
import dev.countersign.guard.Decision;
import dev.countersign.guard.output.content.ContentCheck;
import dev.countersign.guard.output.content.LeakIndex;
import dev.countersign.guard.output.finding.Finding;
import dev.countersign.guard.output.finding.Findings;
import dev.countersign.guard.output.policy.Destination;
import dev.countersign.guard.output.policy.DestinationPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A text that comes in parts, on its way to a destination. It is looked at in stretches that end
 * where nothing is open; where they end depends on the text alone and not on its parts, so that
 * what is found is the same. At most {@value Stretches#LONGEST} characters of a document are held
 * back; a value is held back as a whole. Not for use by several threads.
 */
public final class CheckedStream {
  private final DestinationPolicy policy;
  private final Destination destination;
  private final Deadline deadline;
  private final ContentCheck content;
  private final Stretches stretches;
  private final Findings findings = new Findings(0);
  private final StringBuilder released = new StringBuilder();

  /** What came: one part as it is, several in a builder. */
  private CharSequence whole = "";

  private int told;
  private boolean stopped;

  CheckedStream(
      DestinationPolicy policy, LeakIndex leaks, Destination destination, Deadline deadline) {
    this.policy = policy;
    this.destination = destination;
    this.deadline = deadline;
    this.content = ContentCheck.of(policy, leaks);
    this.stretches = new Stretches(destination, policy);
  }

  /** Takes the next part, and gives what may go on. */
  public Released feed(CharSequence part) {
    take(part);
    return release();
  }

  void take(CharSequence part) {
    if (stopped) {
      return;
    }
    whole = joined(whole, part);
    if (whole.length() > policy.maxLength()) {
      stop(
          "gate.too-long",
          Decision.REJECT,
          "more than " + policy.maxLength() + " characters",
          "the policy takes no longer texts");
      return;
    }
    guarded(() -> look(false));
  }

  private static CharSequence joined(CharSequence before, CharSequence part) {
    if (before.length() == 0) {
      return part.toString();
    }
    StringBuilder builder =
        before instanceof StringBuilder already ? already : new StringBuilder(before);
    return builder.append(part);
  }

  /** Says that nothing follows, and gives the decision on the whole. */
  public Checked finish() {
    if (!stopped) {
      guarded(() -> {
        look(true);
        if (!stopped) {
          WholeValue.check(whole.toString(), destination, policy, findings);
        }
      });
    }
    List<Finding> sorted = findings.sorted();
    Optional<String> encoded =
        !sorted.isEmpty() && !stopped && encodes(sorted)
            ? Encoding.of(whole.toString(), destination)
            : Optional.empty();
    return new Checked(findings.decision(), sorted, encoded);
  }

  private static boolean encodes(List<Finding> findings) {
    for (Finding one : findings) {
      if (!one.encodable() && one.decision() == Decision.REJECT) {
        return false;
      }
    }
    return true;
  }

  /** The rest that may go on after {@link #finish}. */
  public Released rest() {
    return release();
  }

  private Released release() {
    boolean may = findings.decision() != Decision.REJECT;
    String text = may ? released.toString() : "";
    released.setLength(0);
    List<Finding> sorted = new ArrayList<>(findings.kept());
    List<Finding> fresh = sorted.subList(Math.min(told, sorted.size()), sorted.size());
    told = sorted.size();
    return new Released(text, findings.decision(), fresh);
  }

  private void look(boolean last) {
    Optional<Stretches.Stretch> next = stretches.next(whole, last);
    while (next.isPresent()) {
      Stretches.Stretch stretch = next.get();
      if (deadline.passed()) {
        stop(
            "gate.deadline",
            policy.fail().decision(),
            "no decision in time",
            "the policy says what then");
        releaseAll();
        return;
      }
      content.scan(stretch.text(), stretch.from(), stretch.text().length(), stretch.findings());
      findings.addAll(stretch.findings());
      if (destination.flows()) {
        released.append(stretch.text(), stretch.from(), stretch.text().length());
      }
      next = stretches.next(whole, last);
    }
    if (last && !destination.flows()) {
      released.append(whole);
    }
  }

  /** Where the policy fails open, what was not looked at goes on with a flag. */
  private void releaseAll() {
    released.setLength(0);
    if (policy.fail().decision() != Decision.REJECT) {
      released.append(whole, destination.flows() ? stretches.done() : 0, whole.length());
    }
  }

  /** A bug here must not open the gate, nor close it where the policy says open. */
  private void guarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | StackOverflowError failed) {
      stop(
          "gate.failed",
          policy.fail().decision(),
          "no decision: " + failed.getClass().getSimpleName(),
          "the policy says what then");
    }
  }

  private void stop(String rule, Decision decision, String what, String why) {
    stopped = true;
    int at = Math.min(whole.length(), stretches.done());
    findings.add(new Finding(rule, at, at, decision, false, what, why));
  }
}
