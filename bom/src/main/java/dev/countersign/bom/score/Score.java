package dev.countersign.bom.score;

import dev.countersign.bom.Bill;
import dev.countersign.bom.score.MinimumElement.Source;
import java.util.List;

/**
 * What of the minimum elements a bill has. Whether a stated fact is true is not looked at.
 *
 * @param system the system
 * @param results in the order of the lists
 */
public record Score(String system, List<Result> results) {
  public Score {
    results = List.copyOf(results);
  }

  /** Whether a field is there. */
  public enum State {
    /** Everything that the element is about has it. */
    PRESENT,
    /** Something lacks it. */
    MISSING,
    /** There is nothing that it could be about. */
    NOT_APPLICABLE
  }

  /**
   * One element.
   *
   * @param of how many things it is about; 1 where it is about the bill or the system
   * @param lacking the references of those that lack it; empty where it is about the bill
   */
  public record Result(MinimumElement element, State state, int of, List<String> lacking) {
    public Result {
      lacking = List.copyOf(lacking);
    }
  }

  /**
   * Looks for each of them.
   *
   * @param signed whether the bill is written as a signed statement
   */
  public static Score of(Bill bill, boolean signed) {
    Probes probes = new Probes(bill, signed);
    return new Score(
        bill.system().name(), MinimumElement.all().stream().map(probes::result).toList());
  }

  /** The results by one list. */
  public List<Result> by(Source source) {
    return results.stream().filter(result -> result.element().source() == source).toList();
  }

  /** How many elements of a list are there. */
  public long present(Source source) {
    return count(source, State.PRESENT);
  }

  /** How many elements of a list could be there. */
  public long applicable(Source source) {
    return by(source).size() - count(source, State.NOT_APPLICABLE);
  }

  private long count(Source source, State state) {
    return by(source).stream().filter(result -> result.state() == state).count();
  }
}
