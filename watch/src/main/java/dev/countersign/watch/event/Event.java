package dev.countersign.watch.event;

import java.util.List;

/**
 * One request to a model and what became of it: a line of the inference log ({@code
 * docs/inference-log.md}), or of another log by way of a mapping.
 *
 * <p>A text that is not known is empty, a number that is not known is {@link #UNKNOWN}.
 *
 * @param time when the request came, in milliseconds since 1970
 * @param id of the request
 * @param system that the model belongs to
 * @param model that was asked, or the tool that was called
 * @param client who asked, as the log names it
 * @param source where the data of the request comes from, where the log says so: a partner, a
 *     region, a file; else empty
 * @param session that the request belongs to
 * @param operation for example {@code infer}, {@code chat}, {@code tools/call}
 * @param outcome what became of it, for example {@code served}, {@code rejected}
 * @param status of HTTP
 * @param millis how long it took
 * @param bytesIn how long the request was
 * @param bytesOut how long the answer was
 * @param tokensIn as the server counted
 * @param tokensOut as the server counted
 * @param rows what a predictive model was asked and said
 * @param text what a language model was asked, where the log holds it
 * @param tools that the model called in its answer
 * @param gates what the gates said
 */
public record Event(
    long time,
    String id,
    String system,
    String model,
    String client,
    String source,
    String session,
    String operation,
    String outcome,
    int status,
    double millis,
    long bytesIn,
    long bytesOut,
    long tokensIn,
    long tokensOut,
    Rows rows,
    String text,
    List<String> tools,
    List<GateNote> gates) {
  /** A count or a length that the log does not hold. */
  public static final long UNKNOWN = -1;

  public Event {
    tools = List.copyOf(tools);
    gates = List.copyOf(gates);
  }

  /** An event of which nothing is known but when it was and what it is called. */
  public static EventBuilder at(long time, String id) {
    return new EventBuilder(time, id);
  }
}
