package dev.countersign.guard.tool;

import dev.countersign.guard.tool.label.Sensitivity;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Tells a conversation what a model is shown, where that is known as whole prompts: frameworks send
 * everything again in every round, and what was told before is not told again.
 *
 * <p>First what the application vouches for, by {@link #system} and {@link #user}. Then each
 * prompt: {@link #start}, and its messages in order by the other methods. A text in it that was not
 * vouched for has been added on the way, and has the labels for that. Its methods may be called
 * from several threads, one prompt after the other.
 */
public final class ShownMessages {
  private final Conversation conversation;
  private final Labelling labelling;
  private final Transcript past;
  private final Set<String> texts = new HashSet<>();
  private final Set<Result> results = new HashSet<>();
  private final Map<String, String> refusals = new HashMap<>();
  private boolean traced;

  private record Result(String id, String text) {}

  /** For a conversation that is told, and labels for what nobody vouches for. */
  public ShownMessages(Conversation conversation, Labelling labelling) {
    this.conversation = conversation;
    this.labelling = labelling;
    this.past = new Transcript(conversation);
  }

  /** A text of the operator's. */
  public synchronized void system(String text) {
    if (isNew(text)) {
      conversation.system(text);
    }
  }

  /** Words of the user's own. */
  public synchronized void user(String text) {
    if (isNew(text)) {
      conversation.user(text);
    }
  }

  /** A prompt begins. */
  public synchronized void start() {
    traced = false;
  }

  /** A message of the system's or the user's, as the model is shown it. */
  public synchronized void message(String text) {
    traced = false;
    if (isNew(text)) {
      conversation.content("added", labelling.added(), labelling.addedSensitivity(), text);
    }
  }

  /** A call that the model asked for; before its result. */
  public synchronized void called(String id, String tool, String arguments) {
    past.called(id, tool, arguments);
  }

  /** What a call returned. */
  public synchronized void returned(String id, String tool, String text) {
    traced = true;
    String refusal = refusals.get(id);
    boolean refused = refusal != null && text.endsWith(refusal);
    if (!refused && results.add(new Result(id, text))) {
      past.answered(id, tool, text);
    }
  }

  /**
   * What the model answered in an earlier turn. What it was made from is known where results stand
   * between it and the user's message.
   */
  public synchronized void answered(String text) {
    if (!traced && isNew(text)) {
      conversation.content("answers", labelling.answers(), Sensitivity.PUBLIC, text);
    }
  }

  /** A call was refused: a result of it that ends with this is the gate's own word. */
  public synchronized void refused(String id, String message) {
    refusals.put(id, message);
  }

  private boolean isNew(String text) {
    return !text.isBlank() && texts.add(text);
  }
}
