package dev.countersign.fit.tool.replay;

import dev.countersign.fit.tool.replay.RecordedRun.Step;
import dev.countersign.guard.tool.ToolCall;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads recorded runs: JSON Lines, one run a line, also compressed with gzip. A run has {@code
 * messages}, as OpenAI's chat API has them or as AgentDojo and AgentDyn record them; a line may be
 * the bare list. At most {@value #MOST_LINE} characters a line.
 */
public final class RunReader {
  private static final int MOST_LINE = 64 << 20;
  private static final JsonMapper JSON = new JsonMapper();

  private RunReader() {}

  /** A line is no run. */
  public static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    Malformed(String message) {
      super(message);
    }
  }

  /**
   * Reads a file run by run.
   *
   * @throws Malformed if a line is no run; it names the line
   * @throws IOException if the file cannot be read
   */
  public static void read(Path file, Consumer<RecordedRun> to) throws IOException, Malformed {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
      int number = 0;
      while (true) {
        number++;
        Optional<String> line = line(reader, file, number);
        if (line.isEmpty()) {
          return;
        }
        if (!line.get().isBlank()) {
          to.accept(run(line.get(), file.getFileName() + ":" + number));
        }
      }
    }
  }

  private static InputStream open(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file));
    in.mark(2);
    boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return gzip ? new GZIPInputStream(in) : in;
  }

  private static Optional<String> line(BufferedReader reader, Path file, int number)
      throws IOException, Malformed {
    StringBuilder line = new StringBuilder();
    int c = reader.read();
    if (c < 0) {
      return Optional.empty();
    }
    while (c >= 0 && c != '\n') {
      if (line.length() >= MOST_LINE) {
        throw new Malformed(
            "%s:%d: the line is longer than %,d characters, which no run is."
                .formatted(file.getFileName(), number, MOST_LINE));
      }
      line.append((char) c);
      c = reader.read();
    }
    return Optional.of(line.toString());
  }

  /**
   * One run.
   *
   * @param place how it is named where it has no name of its own, and in messages
   * @throws Malformed if it is none
   */
  public static RecordedRun run(String line, String place) throws Malformed {
    JsonNode json;
    try {
      json = JSON.readTree(line);
    } catch (JacksonException wrong) {
      throw new Malformed(place + ": the line is no JSON. Write one run a line, as one object.");
    }
    JsonNode messages = json.isArray() ? json : json.path("messages");
    if (!messages.isArray()) {
      throw new Malformed(
          place + ": the run has no \"messages\". Give the chat as a list of messages with roles.");
    }
    ObjectNode whole =
        json instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
    return new RecordedRun(name(whole, place), new Reading().steps(messages), whole);
  }

  private static String name(ObjectNode run, String place) {
    if (run.path("id").isString()) {
      return run.path("id").asString();
    }
    String task = run.path("user_task_id").asString("");
    String injection = run.path("injection_task_id").asString("");
    if (task.isEmpty()) {
      return place;
    }
    return injection.isEmpty() ? task : task + " " + injection;
  }

  /** Messages on their way to steps. */
  private static final class Reading {
    private final Map<String, ToolCall> byId = new HashMap<>();
    private final Deque<ToolCall> open = new ArrayDeque<>();
    private final List<Step> steps = new ArrayList<>();

    List<Step> steps(JsonNode messages) {
      for (JsonNode message : messages) {
        switch (message.path("role").asString("")) {
          case "system", "developer" -> steps.add(new Step.System(text(message)));
          case "user" -> steps.add(new Step.User(text(message)));
          case "assistant" -> message.path("tool_calls").forEach(this::call);
          case "tool", "function" -> result(message);
          default -> {
            // Other roles are notes of whoever recorded it.
          }
        }
      }
      return steps;
    }

    private void call(JsonNode call) {
      ToolCall made = toolCall(call);
      call.path("id").asStringOpt().ifPresent(id -> byId.put(id, made));
      open.add(made);
      steps.add(new Step.Call(made));
    }

    private void result(JsonNode message) {
      ToolCall first = open.poll();
      ToolCall named = byId.get(message.path("tool_call_id").asString(""));
      ToolCall call = named != null ? named : first;
      if (call == null) {
        call =
            new ToolCall(
                message.path("name").asString("unknown"), JsonNodeFactory.instance.objectNode());
      }
      String error = message.path("error").asString("");
      steps.add(new Step.Result(call, text(message) + error));
    }

    private static ToolCall toolCall(JsonNode call) {
      JsonNode function = call.path("function");
      return function.isString()
          ? new ToolCall(function.asString(), arguments(call.path("args")))
          : new ToolCall(function.path("name").asString(""), arguments(function.path("arguments")));
    }

    private static ObjectNode arguments(JsonNode given) {
      if (given instanceof ObjectNode object) {
        return object;
      }
      if (given.isString()) {
        try {
          if (JSON.readTree(given.asString()) instanceof ObjectNode object) {
            return object;
          }
        } catch (JacksonException none) {
          // What is no JSON is one argument: it can be followed back as text.
        }
        return JsonNodeFactory.instance.objectNode().put("arguments", given.asString());
      }
      return JsonNodeFactory.instance.objectNode();
    }

    private static String text(JsonNode message) {
      JsonNode content = message.path("content");
      if (content.isString()) {
        return content.asString();
      }
      StringBuilder text = new StringBuilder();
      for (JsonNode part : content) {
        text.append(part.path("text").asString(part.path("content").asString("")));
      }
      return text.toString();
    }
  }
}
