package dev.countersign.guard.prompt.text;

import dev.countersign.guard.prompt.text.Signal.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What is encoded in one folded view. Each decoder takes one pass over it. */
final class Decoders {
  private static final int MOST_PAYLOADS = 32;
  private static final int FEWEST_CUES = 2;

  private final View view;
  private final Signals signals;
  private final int depth;
  private final List<Payload> found = new ArrayList<>(0);

  /** A text that was decoded, not yet folded, and how. */
  record Payload(View raw, Kind by) {}

  private Decoders(View view, Signals signals, int depth) {
    this.view = view;
    this.signals = signals;
    this.depth = depth;
  }

  /**
   * The texts that were decoded.
   *
   * @param done how the view itself was decoded; what is about a text as a whole is done once
   */
  static List<Payload> decode(View view, Signals signals, int depth, Set<Kind> done) {
    Decoders decoders = new Decoders(view, signals, depth);
    decoders.runs();
    Escapes.decode(view, signals, depth).ifPresent(decoders.as(Kind.PERCENT_ENCODING));
    if (!done.contains(Kind.SPACED_LETTERS)) {
      Spelling.spaced(view, signals, depth).ifPresent(decoders.as(Kind.SPACED_LETTERS));
    }
    if (!done.contains(Kind.LEET)) {
      Spelling.leet(view, signals, depth).ifPresent(decoders.as(Kind.LEET));
    }
    decoders.turned(done);
    return decoders.found;
  }

  private Consumer<View> as(Kind kind) {
    return raw -> found.add(new Payload(raw, kind));
  }

  private void turned(Set<Kind> done) {
    Cues cues = Cues.of(view);
    if (cues.rotated() >= FEWEST_CUES && !done.contains(Kind.ROT13)) {
      whole(Kind.ROT13, rotated(view));
    }
    if (cues.reversed() >= FEWEST_CUES && !done.contains(Kind.REVERSED)) {
      whole(Kind.REVERSED, reversed(view));
    }
  }

  /** Runs of the alphabet of Base64, which holds that of hexadecimal digits. */
  private void runs() {
    int from = -1;
    for (int i = 0; i <= view.length(); i++) {
      boolean in = i < view.length() && (Encoded.digit(view.at(i)) || wrapped(from, i));
      if (in && from < 0) {
        from = i;
      } else if (!in && from >= 0) {
        run(from, i);
        from = -1;
      }
    }
  }

  /** Whether a line of Base64 goes on in the next one. */
  private boolean wrapped(int from, int i) {
    return from >= 0
        && view.at(i) == '\n'
        && i - from >= Encoded.LINE
        && i + 1 < view.length()
        && Encoded.digit(view.at(i + 1));
  }

  private void run(int from, int to) {
    if (to - from < Encoded.SHORTEST || found.size() >= MOST_PAYLOADS) {
      return;
    }
    Encoded.decode(view, from, to)
        .ifPresent(decoded -> {
          int start = view.start(from);
          int end = view.end(to);
          signals.add(decoded.kind(), start, end, decoded.text().length(), depth);
          found.add(new Payload(Raw.payload(decoded.text(), start, end), decoded.kind()));
        });
  }

  private void whole(Kind kind, View decoded) {
    signals.add(kind, view.start(0), view.end(view.length()), decoded.length(), depth);
    found.add(new Payload(decoded, kind));
  }

  private static View rotated(View view) {
    ViewBuilder builder = new ViewBuilder(view.length());
    for (int i = 0; i < view.length(); i++) {
      builder.add(Rot13.of(view.at(i)), view.start(i));
    }
    return builder.build(view.end(view.length()));
  }

  /** Its places run backwards, which windows over it would not understand: it is one piece. */
  private static View reversed(View view) {
    String text = new StringBuilder(view.toString()).reverse().toString();
    return Raw.payload(text, view.start(0), view.end(view.length()));
  }
}
