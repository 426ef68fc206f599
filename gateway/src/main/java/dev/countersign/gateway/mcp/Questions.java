package dev.countersign.gateway.mcp;

import dev.countersign.guard.tool.Reason;
import dev.countersign.guard.tool.Ruling;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the gateway asks the client's user, by elicitation (MCP 2025-11-25, client/elicitation). An
 * answer counts only if it comes from the client and has the id of a question, which is random and
 * which no server sees.
 */
final class Questions {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int ID_BYTES = 16;
  private static final int MOST_REASONS = 8;

  /** What {@link Reason#shownValue} shows of a value. */
  private static final int MOST_VALUE = 120;

  private static final int MOST_DECLINED = 1_000;

  private final boolean possible;
  private final Semaphore turn = new Semaphore(1, true);
  private final Set<String> declined = ConcurrentHashMap.newKeySet();
  private final Map<String, CompletableFuture<ObjectNode>> open = new ConcurrentHashMap<>();

  /**
   * To one client.
   *
   * @param possible whether the client said that it can ask
   */
  Questions(boolean possible) {
    this.possible = possible;
  }

  boolean arePossible() {
    return possible;
  }

  /**
   * Asks whether a person endorses what a call needs. What was not endorsed once is not asked
   * again: a model that was told to could repeat the call until somebody tires.
   *
   * @return whether somebody said so in time
   */
  boolean endorses(Ruling ruling, Outbox out, Duration patience) throws InterruptedException {
    String what = message(ruling);
    if (!isShown(ruling) || declined.contains(what) || declined.size() == MOST_DECLINED) {
      return false;
    }
    boolean endorsed = asked(what, out, patience);
    if (!endorsed) {
      declined.add(what);
    }
    return endorsed;
  }

  /** Nobody can endorse what they do not see all of. */
  private static boolean isShown(Ruling ruling) {
    return ruling.asks().size() <= MOST_REASONS
        && ruling.asks().stream().allMatch(reason -> reason.value().length() <= MOST_VALUE);
  }

  private boolean asked(String what, Outbox out, Duration patience) throws InterruptedException {
    byte[] bytes = new byte[ID_BYTES];
    RANDOM.nextBytes(bytes);
    ObjectNode question =
        JsonRpc.request("countersign-" + HexFormat.of().formatHex(bytes), "elicitation/create");
    String id = JsonRpc.id(question);
    CompletableFuture<ObjectNode> answer = new CompletableFuture<>();
    open.put(id, answer);
    try {
      fill(JsonRpc.params(question), what);
      return out.put(question)
          && isYes(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS).path("result"));
    } catch (TimeoutException | ExecutionException none) {
      return false;
    } finally {
      open.remove(id);
    }
  }

  /** Takes the turn to ask: a person is asked one thing at a time. */
  boolean takeTurn(Duration patience) throws InterruptedException {
    return turn.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Lets the next one ask. */
  void endTurn() {
    turn.release();
  }

  private static boolean isYes(JsonNode result) {
    return result.path("action").asString("").equals("accept")
        && result.path("content").path("endorse").asBoolean(false);
  }

  private static void fill(ObjectNode params, String message) {
    params.put("message", message);
    ObjectNode schema = params.putObject("requestedSchema").put("type", "object");
    schema
        .putObject("properties")
        .putObject("endorse")
        .put("type", "boolean")
        .put("title", "Endorse this")
        .put("default", false);
    schema.putArray("required").add("endorse");
  }

  private static String message(Ruling ruling) {
    return ruling.asks().stream()
        .map(Questions::line)
        .collect(
            Collectors.joining(
                "\n",
                "The tool gate asks: may the agent call \""
                    + Shown.of(ruling.call().name())
                    + "\"? For the rest of the session you endorse:\n",
                ""));
  }

  private static String line(Reason reason) {
    String value =
        reason.argument().isEmpty()
            ? ""
            : Shown.of(reason.argument()) + " = \"" + Shown.of(reason.shownValue()) + "\": ";
    return "- " + value + Shown.of(reason.text());
  }

  /** Takes what the client answered; whether it was asked for. */
  boolean take(ObjectNode response) {
    CompletableFuture<ObjectNode> answer = open.get(JsonRpc.id(response));
    return answer != null && answer.complete(response);
  }

  /** Nobody answers any more. */
  void end() {
    Exception over = new IllegalStateException("the session is over");
    open.values().forEach(answer -> answer.completeExceptionally(over));
  }
}
