package dev.countersign.guard.tool;

import dev.countersign.attest.json.MalformedJson;
import dev.countersign.guard.tool.label.Sensitivity;
import dev.countersign.guard.tool.label.Trust;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Earlier messages told to a conversation: their results name the call that they answer by its id
 * only, as the protocols of language models do.
 */
public final class Transcript {
  private final Conversation conversation;
  private final Map<String, ToolCall> calls = new HashMap<>();

  /** For a conversation that is told the results. */
  public Transcript(Conversation conversation) {
    this.conversation = conversation;
  }

  /**
   * A call that the model asked for.
   *
   * @return the call; empty where its arguments are not one JSON object, see {@link ToolCall#parse}
   */
  public Optional<ToolCall> called(String id, String tool, String arguments) {
    try {
      ToolCall call = ToolCall.parse(tool, arguments);
      calls.put(id, call);
      return Optional.of(call);
    } catch (MalformedJson unread) {
      calls.remove(id);
      return Optional.empty();
    }
  }

  /**
   * What a call returned. Where no such call was read, it has the labels of the tool's results; and
   * where the tool is not known either, anybody could have written it.
   *
   * @param tool by name, or empty where the message does not say it
   */
  public void answered(String id, String tool, String output) {
    ToolCall call = calls.get(id);
    if (call != null) {
      conversation.result(call, output);
    } else if (tool.isEmpty()) {
      conversation.content("unknown", Trust.PUBLIC, Sensitivity.PUBLIC, output);
    } else {
      conversation.result(new ToolCall(tool, JsonNodeFactory.instance.objectNode()), output);
    }
  }
}
