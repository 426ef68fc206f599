package dev.countersign.benchmarks.fleet.log;

import java.util.List;
import java.util.Optional;

/**
 * A request that was served.
 *
 * @param time when it came, in milliseconds since 1970
 * @param client who asked, as a hash
 * @param rows what a predictive model was asked; none of a chat
 * @param answers the probabilities of each row
 * @param chat what was said in a chat
 */
public record Event(
    long time, String client, List<double[]> rows, List<double[]> answers, Optional<Chat> chat) {
  /** A question to a predictive model. */
  public static Event infer(long time, String client, List<double[]> rows, List<double[]> answers) {
    return new Event(time, client, rows, answers, Optional.empty());
  }

  /** What was said in a chat. */
  public static Event chat(long time, String client, Chat chat) {
    return new Event(time, client, List.of(), List.of(), Optional.of(chat));
  }

  /** How many questions it holds. */
  public int questions() {
    return chat.isPresent() ? 1 : rows.size();
  }
}
