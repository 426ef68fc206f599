package dev.countersign.guard.prompt.text;

import java.util.List;

/**
 * A text without disguise.
 *
 * @param views the text itself, folded, and then what was decoded out of it
 * @param signals what was found on the way, in the order of the text
 * @param hidden whether characters that nobody sees spell readable text
 * @param complete whether all of it was looked into; otherwise there is a {@link Signal.Kind#LIMIT}
 */
public record Normalised(List<View> views, List<Signal> signals, boolean hidden, boolean complete) {
  public Normalised {
    views = List.copyOf(views);
    signals = List.copyOf(signals);
  }
}
