package dev.countersign.model.language;

import dev.countersign.model.ElementKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The grammar of every kind of element: the one place from which the language is made. */
public final class Vocabulary {
  private static final Map<ElementKind, KindOfElement> KINDS = new EnumMap<>(ElementKind.class);

  static {
    for (KindOfElement kind :
        List.of(
            Actors.GRAMMAR,
            Zones.GRAMMAR,
            Datasets.GRAMMAR,
            Models.GRAMMAR,
            Components.GRAMMAR,
            Channels.GRAMMAR,
            Prompts.GRAMMAR,
            Corpora.GRAMMAR,
            Memories.GRAMMAR,
            Tools.GRAMMAR,
            McpServers.GRAMMAR,
            Stores.GRAMMAR,
            Outputs.GRAMMAR,
            Decisions.GRAMMAR,
            Flows.GRAMMAR,
            FeedbackLoops.GRAMMAR)) {
      KINDS.put(kind.kind(), kind);
    }
  }

  private Vocabulary() {}

  /** The grammar of a kind. */
  public static KindOfElement of(ElementKind kind) {
    KindOfElement found = KINDS.get(kind);
    if (found == null) {
      throw new IllegalStateException("no grammar for " + kind);
    }
    return found;
  }
}
