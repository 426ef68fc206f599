package dev.countersign.benchmarks.guard.tool;

import dev.countersign.guard.tool.Conversation;
import dev.countersign.guard.tool.Ruling;
import dev.countersign.guard.tool.ToolCall;
import dev.countersign.guard.tool.ToolGate;
import dev.countersign.guard.tool.policy.ToolPolicy;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One decision in a conversation of 100 messages, half of them results of about 1.5 kB. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ToolDecision {
  private static final int RESULTS = 50;

  private final ToolGate gate = ToolGate.of(ToolPolicy.guessed());
  private final ToolCall mail = new ToolCall("get_emails", JsonNodeFactory.instance.objectNode());
  private Conversation run = gate.start();
  private ToolCall found = mail;
  private ToolCall composed = mail;

  /** Makes the conversation. */
  @Setup
  public void conversation() {
    run = gate.start();
    run.user("Reply to the mails of today, and pay 12.50 to DE8937040044");
    for (int i = 0; i < RESULTS; i++) {
      run.result(mail, mails(i));
    }
    ObjectNode arguments = JsonNodeFactory.instance.objectNode();
    arguments.putArray("recipients").add("writer7.3@example.com").add("writer9.1@example.com");
    arguments.put("subject", "Your question").put("body", "Thank you for it. ".repeat(20));
    found = new ToolCall("send_email", arguments);
    ObjectNode path = JsonNodeFactory.instance.objectNode();
    path.put("path", "/reports/number/7/part/Invoice_42_final.txt").put("content", "x".repeat(500));
    composed = new ToolCall("write_file", path);
  }

  private static String mails(int result) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      out.append(
              "- id: '%d'\n  sender: writer%d.%d@example.com\n"
                  .formatted(result * 6 + i, result, i))
          .append("  subject: Report number %d\n".formatted(result * 6 + i))
          .append("  body: Dear colleague, the part %d of the report is here. ".formatted(i))
          .append("It says what was done and what is left to do in week %d.\n".formatted(result));
    }
    return out.toString();
  }

  /** Values that stand in results. */
  @Benchmark
  public Ruling found() {
    return gate.decide(run, found);
  }

  /** A value that is made of parts. */
  @Benchmark
  public Ruling composed() {
    return gate.decide(run, composed);
  }

  /** A result of 1.5 kB is taken in; into a conversation of its own each time. */
  @Benchmark
  public Conversation append() {
    Conversation fresh = gate.start();
    fresh.result(mail, mails(1));
    return fresh;
  }
}
